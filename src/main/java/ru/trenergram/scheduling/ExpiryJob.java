package ru.trenergram.scheduling;

import java.time.Clock;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.DueWork;
import ru.trenergram.base.Jobs;

/** Every minute: bookings that nobody has answered in time are given up. */
@DisallowConcurrentExecution
class ExpiryJob implements Job {

    private static final int BATCH = 100;

    private final DueWork<UUID> dueExpiries;

    ExpiryJob(DueWork<UUID> dueExpiries) {
        this.dueExpiries = dueExpiries;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueExpiries.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<UUID> dueExpiries(Bookings bookings, BookingRepository repository, Clock clock) {
            return new DueWork<>(
                    UUID[]::new,
                    bookings::expireUnanswered,
                    (limit, except) -> repository.unanswered(clock.instant(), limit, except),
                    bookings::expireUnanswered,
                    clock);
        }

        @Bean
        JobDetail expiryJob() {
            return Jobs.job(ExpiryJob.class, "expire-bookings");
        }

        @Bean
        Trigger expiryTrigger(JobDetail expiryJob) {
            return Jobs.everyMinute(expiryJob);
        }
    }
}
