package ru.trenergram.alerts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            return JobBuilder.newJob(WatchJob.class)
                    .withIdentity("watch-transport")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger watchTrigger(JobDetail watchJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(watchJob)
                    .withIdentity("watch-transport")
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
