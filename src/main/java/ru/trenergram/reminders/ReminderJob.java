package ru.trenergram.reminders;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            return JobBuilder.newJob(ReminderJob.class)
                    .withIdentity("send-reminders")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger reminderTrigger(JobDetail reminderJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(reminderJob)
                    .withIdentity("send-reminders")
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
