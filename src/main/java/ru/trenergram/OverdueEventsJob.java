package ru.trenergram;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** At the start and every minute after it: events that have not got through. */
@DisallowConcurrentExecution
class OverdueEventsJob implements Job {

    private final OverdueEvents events;

    OverdueEventsJob(OverdueEvents events) {
        this.events = events;
    }

    @Override
    public void execute(JobExecutionContext context) {
        events.takeUp();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail overdueEventsJob() {
            return Jobs.job(OverdueEventsJob.class, "overdue-events");
        }

        @Bean
        Trigger overdueEventsTrigger(JobDetail overdueEventsJob) {
            return Jobs.everyMinute(overdueEventsJob);
        }
    }
}
