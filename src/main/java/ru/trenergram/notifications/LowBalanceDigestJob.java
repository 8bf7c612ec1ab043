package ru.trenergram.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: trainers whose Monday morning it is are told of low balances. */
@DisallowConcurrentExecution
class LowBalanceDigestJob implements Job {

    private static final int BATCH = 10;

    private final LowBalanceDigest digest;

    LowBalanceDigestJob(LowBalanceDigest digest) {
        this.digest = digest;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (digest.send(BATCH) == BATCH) {
            // each batch is a transaction of its own
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail lowBalanceDigestJob() {
            return Jobs.job(LowBalanceDigestJob.class, "low-balance-digest");
        }

        @Bean
        Trigger lowBalanceDigestTrigger(JobDetail lowBalanceDigestJob) {
            return Jobs.everyMinute(lowBalanceDigestJob);
        }
    }
}
