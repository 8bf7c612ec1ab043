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

/** Every minute: confirmed bookings whose end has passed become completed. */
@DisallowConcurrentExecution
class CompletionJob implements Job {

    private static final int BATCH = 100;

    private final DueWork<UUID> dueCompletions;

    CompletionJob(DueWork<UUID> dueCompletions) {
        this.dueCompletions = dueCompletions;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueCompletions.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<UUID> dueCompletions(Bookings bookings, BookingRepository repository, Clock clock) {
            return new DueWork<>(
                    UUID[]::new,
                    bookings::completeEnded,
                    (limit, except) -> repository.ended(clock.instant(), limit, except),
                    bookings::completeEnded,
                    clock);
        }

        @Bean
        JobDetail completionJob() {
            return Jobs.job(CompletionJob.class, "complete-bookings");
        }

        @Bean
        Trigger completionTrigger(JobDetail completionJob) {
            return Jobs.everyMinute(completionJob);
        }
    }
}
