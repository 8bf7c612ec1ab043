package ru.trenergram.scheduling;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: bookings that nobody has answered in time are given up. */
@DisallowConcurrentExecution
class ExpiryJob implements Job {

    private static final int BATCH = 100;

    private final Bookings bookings;

    ExpiryJob(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (bookings.expireUnanswered(BATCH) == BATCH) {
            // each batch is a transaction of its own
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

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
