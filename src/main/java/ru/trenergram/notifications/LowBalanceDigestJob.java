package ru.trenergram.notifications;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.DueWork;
import ru.trenergram.base.Jobs;

/** Every minute: trainers whose Monday morning it is are told of low balances. */
@DisallowConcurrentExecution
class LowBalanceDigestJob implements Job {

    private static final int BATCH = 10;

    private final DueWork<Long> dueDigests;

    LowBalanceDigestJob(DueWork<Long> dueDigests) {
        this.dueDigests = dueDigests;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueDigests.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<Long> dueDigests(LowBalanceDigest digest, Clock clock) {
            return new DueWork<>(Long[]::new, digest::send, digest::due, digest::sendTo, clock);
        }

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
