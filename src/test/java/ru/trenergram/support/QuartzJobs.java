package ru.trenergram.support;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.context.ApplicationContext;

/** Quartz, which stands still in tests but for the one job that a test lets run. */
public final class QuartzJobs {

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

    /** Triggers a job and waits until it has had its effect. */
    public static void run(ApplicationContext application, String job, ThrowingRunnable effect)
            throws SchedulerException {
        Scheduler scheduler = application.getBean(Scheduler.class);
        scheduler.start();
        try {
            scheduler.triggerJob(JobKey.jobKey(job));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(effect);
        } finally {
            scheduler.standby();
        }
    }
}
