package ru.trenergram.support;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Quartz, which stands still in tests but for the one job that a test lets run. */
public final class QuartzJobs {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private QuartzJobs() {}

    /**
     * A name for the Quartz scheduler of all nodes on a database. In one JVM Quartz finds its connections by this name
     * alone: schedulers of one name would all use the database of the last one that was started.
     *
     * @param url as {@link TestDatabase#create} gives it
     */
    public static String schedulerOf(String url) {
        return "scheduler-of-"
                + URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    }

    /** Triggers a job, and waits until it has had its effect and is over. */
    public static void run(ApplicationContext application, String job, ThrowingRunnable effect)
            throws SchedulerException {
        Scheduler scheduler = application.getBean(Scheduler.class);
        scheduler.start();
        try {
            awaitAll(scheduler);
            trigger(application, job);
            await().atMost(PATIENCE).untilAsserted(effect);
        } finally {
            standStill(scheduler);
        }
    }

    /** In a transaction: otherwise the scheduler may find the half of a trigger that is stored first. */
    public static void trigger(ApplicationContext application, String job) {
        Scheduler scheduler = application.getBean(Scheduler.class);
        application.getBean(TransactionOperations.class).executeWithoutResult(_ -> {
            try {
                scheduler.triggerJob(JobKey.jobKey(job));
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Lets what was triggered come to its end before, or it would run beside the job of another test. */
    public static void standStill(Scheduler scheduler) throws SchedulerException {
        awaitAll(scheduler);
        scheduler.standby();
    }

    private static void awaitAll(Scheduler scheduler) {
        await().atMost(PATIENCE)
                .until(() ->
                        scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()).isEmpty());
    }
}
