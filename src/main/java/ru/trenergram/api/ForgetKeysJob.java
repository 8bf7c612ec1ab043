package ru.trenergram.api;

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

/** Every hour: idempotency keys that count no more are forgotten. */
@DisallowConcurrentExecution
class ForgetKeysJob implements Job {

    private final IdempotencyKeys keys;

    ForgetKeysJob(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void execute(JobExecutionContext context) {
        keys.forgetOld();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail forgetKeysJob() {
            return JobBuilder.newJob(ForgetKeysJob.class)
                    .withIdentity("forget-idempotency-keys")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger forgetKeysTrigger(JobDetail forgetKeysJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(forgetKeysJob)
                    .withIdentity("forget-idempotency-keys")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
