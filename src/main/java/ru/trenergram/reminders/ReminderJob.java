package ru.trenergram.reminders;

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

/** Every minute: clients are reminded of what is due, and what they did not answer is cancelled. */
@DisallowConcurrentExecution
class ReminderJob implements Job {

    private static final int BATCH = 50;

    private final DueWork<UUID> dueReminderWork;

    ReminderJob(DueWork<UUID> dueReminderWork) {
        this.dueReminderWork = dueReminderWork;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dueReminderWork.run(BATCH);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        DueWork<UUID> dueReminderWork(DueReminders reminders, Clock clock) {
            return new DueWork<>(UUID[]::new, reminders::handle, reminders::due, reminders::handle, clock);
        }

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
