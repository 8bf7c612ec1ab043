package ru.trenergram.api;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

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
            return Jobs.job(ForgetKeysJob.class, "forget-idempotency-keys");
        }

        @Bean
        Trigger forgetKeysTrigger(JobDetail forgetKeysJob) {
            return Jobs.everyHour(forgetKeysJob);
        }
    }
}
