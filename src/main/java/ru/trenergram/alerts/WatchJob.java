package ru.trenergram.alerts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: does the transport do its work, and is there anybody to tell? */
@DisallowConcurrentExecution
class WatchJob implements Job {

    private final TransportWatch watch;

    WatchJob(TransportWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(JobExecutionContext context) {
        watch.look();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        SchedulerFactoryBeanCustomizer failedJobsAreHeardOf(FailedJobs failedJobs) {
            return scheduler -> scheduler.setGlobalJobListeners(failedJobs);
        }

        @Bean
        JobDetail watchJob() {
            return Jobs.job(WatchJob.class, "watch-transport");
        }

        @Bean
        Trigger watchTrigger(JobDetail watchJob) {
            return Jobs.everyMinute(watchJob);
        }
    }
}
