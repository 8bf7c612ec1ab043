package ru.trenergram.subscriptions;

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

/** Every minute: owners whose paid time runs out are told, and clubs whose grace is over fall to the free tariff. */
@DisallowConcurrentExecution
class SubscriptionJob implements Job {

    private static final int BATCH = 50;

    private final DueWork<Long> dueSubscriptions;

    SubscriptionJob(DueWork<Long> dueSubscriptions) {
        this.dueSubscriptions = dueSubscriptions;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueSubscriptions.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<Long> dueSubscriptions(SubscriptionSteps steps, Clock clock) {
            return new DueWork<>(Long[]::new, steps::takeDue, steps::due, steps::takeOf, clock);
        }

        @Bean
        JobDetail subscriptionJob() {
            return Jobs.job(SubscriptionJob.class, "subscriptions");
        }

        @Bean
        Trigger subscriptionTrigger(JobDetail subscriptionJob) {
            return Jobs.everyMinute(subscriptionJob);
        }
    }
}
