package ru.trenergram.scheduling;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            return JobBuilder.newJob(CompletionJob.class)
                    .withIdentity("complete-bookings")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger completionTrigger(JobDetail completionJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(completionJob)
                    .withIdentity("complete-bookings")
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
