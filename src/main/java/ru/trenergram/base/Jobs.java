package ru.trenergram.base;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** Periodic work of the cluster: one node does it at a time, and what was missed is not done again. */
public final class Jobs {

    private Jobs() {}

    public static JobDetail job(Class<? extends Job> job, String name) {
        return JobBuilder.newJob(job).withIdentity(name).storeDurably().build();
    }

    public static Trigger everyMinute(JobDetail job) {
        return repeat(job, SimpleScheduleBuilder.repeatMinutelyForever());
    }

    public static Trigger everyHour(JobDetail job) {
        return repeat(job, SimpleScheduleBuilder.repeatHourlyForever());
    }

    private static Trigger repeat(JobDetail job, SimpleScheduleBuilder schedule) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(schedule.withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
