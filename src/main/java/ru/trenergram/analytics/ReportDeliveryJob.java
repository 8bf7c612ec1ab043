package ru.trenergram.analytics;

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

/** Every minute: reports that are due are sent. */
@DisallowConcurrentExecution
class ReportDeliveryJob implements Job {

    /** Each is a file, and a batch one transaction. */
    private static final int BATCH = 5;

    private final DueWork<Long> dueReports;

    ReportDeliveryJob(DueWork<Long> dueReports) {
        this.dueReports = dueReports;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueReports.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<Long> dueReports(ReportDelivery delivery, Clock clock) {
            return new DueWork<>(Long[]::new, delivery::deliverDue, delivery::due, delivery::deliver, clock);
        }

        @Bean
        JobDetail reportDeliveryJob() {
            return Jobs.job(ReportDeliveryJob.class, "deliver-reports");
        }

        @Bean
        Trigger reportDeliveryTrigger(JobDetail reportDeliveryJob) {
            return Jobs.everyMinute(reportDeliveryJob);
        }
    }
}
