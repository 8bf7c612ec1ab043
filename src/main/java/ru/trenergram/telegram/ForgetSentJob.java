package ru.trenergram.telegram;

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

/** Every hour: rows of the outbox that have been done with for long are forgotten. */
@DisallowConcurrentExecution
class ForgetSentJob implements Job {

    private final OutboxQueue queue;

    ForgetSentJob(OutboxQueue queue) {
        this.queue = queue;
    }

    @Override
    public void execute(JobExecutionContext context) {
        queue.forgetOld();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail forgetSentJob() {
            return JobBuilder.newJob(ForgetSentJob.class)
                    .withIdentity("forget-sent-messages")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger forgetSentTrigger(JobDetail forgetSentJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(forgetSentJob)
                    .withIdentity("forget-sent-messages")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
