package ru.trenergram.scheduling;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: confirmed bookings whose end has passed become completed. */
@DisallowConcurrentExecution
class CompletionJob implements Job {

    private static final int BATCH = 100;

    private final Bookings bookings;

    CompletionJob(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (bookings.completeEnded(BATCH) == BATCH) {
            // each batch is a transaction of its own
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

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
