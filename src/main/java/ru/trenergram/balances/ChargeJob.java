package ru.trenergram.balances;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: what has come to its charge moment is charged. */
@DisallowConcurrentExecution
class ChargeJob implements Job {

    private static final int BATCH = 100;

    private final Charges charges;

    ChargeJob(Charges charges) {
        this.charges = charges;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (charges.chargeDue(BATCH) == BATCH) {
            // each batch is a transaction of its own
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail chargeJob() {
            return Jobs.job(ChargeJob.class, "charge-bookings");
        }

        @Bean
        Trigger chargeTrigger(JobDetail chargeJob) {
            return Jobs.everyMinute(chargeJob);
        }
    }
}
