package ru.trenergram.reminders;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every minute: clients are reminded of what is due, and what they did not answer is cancelled. */
@DisallowConcurrentExecution
class ReminderJob implements Job {

    private static final int BATCH = 50;

    private final DueReminders due;

    ReminderJob(DueReminders due) {
        this.due = due;
    }

    @Override
    public void execute(JobExecutionContext context) {
        while (due.handle(BATCH) > 0) {
            // each batch is a transaction of its own
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail reminderJob() {
            return Jobs.job(ReminderJob.class, "send-reminders");
        }

        @Bean
        Trigger reminderTrigger(JobDetail reminderJob) {
            return Jobs.everyMinute(reminderJob);
        }
    }
}
