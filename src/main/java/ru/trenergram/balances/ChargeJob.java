package ru.trenergram.balances;

import java.time.Clock;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.DueWork;
import ru.trenergram.base.Jobs;

/** Every minute: what has come to its charge moment is charged. */
@DisallowConcurrentExecution
class ChargeJob implements Job {

    private static final int BATCH = 100;

    private final DueWork<UUID> dueCharges;

    ChargeJob(DueWork<UUID> dueCharges) {
        this.dueCharges = dueCharges;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueCharges.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<UUID> dueCharges(Charges charges, Clock clock) {
            return new DueWork<>(UUID[]::new, charges::chargeDue, charges::due, charges::charge, clock);
        }

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
