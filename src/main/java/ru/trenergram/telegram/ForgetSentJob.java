package ru.trenergram.telegram;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

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
            return Jobs.job(ForgetSentJob.class, "forget-sent-messages");
        }

        @Bean
        Trigger forgetSentTrigger(JobDetail forgetSentJob) {
            return Jobs.everyHour(forgetSentJob);
        }
    }
}
