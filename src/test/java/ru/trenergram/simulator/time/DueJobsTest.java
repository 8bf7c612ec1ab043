package ru.trenergram.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import ru.trenergram.base.Jobs;
import ru.trenergram.base.TimeMoved;

class DueJobsTest {

    private static final CountDownLatch RUNS = new CountDownLatch(2);

    public static class Counted implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            RUNS.countDown();
        }
    }

    @Test
    void every_job_runs_at_once_when_time_moves() throws Exception {
        Scheduler scheduler = scheduler();
        try {
            for (String name : List.of("hourly", "daily")) {
                scheduler.addJob(Jobs.job(Counted.class, name), true);
            }
            scheduler.start();

            dueJobs(Map.of("scheduler", scheduler)).on(new TimeMoved());

            assertThat(RUNS.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.shutdown();
        }
    }

    @Test
    void without_a_scheduler_there_is_nothing_to_do() throws Exception {
        dueJobs(Map.of()).on(new TimeMoved());
    }

    private static DueJobs dueJobs(Map<String, Object> beans) {
        return new DueJobs(new StaticListableBeanFactory(beans).getBeanProvider(Scheduler.class));
    }

    private static Scheduler scheduler() throws Exception {
        var properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "due-jobs");
        properties.put("org.quartz.threadPool.threadCount", "1");
        properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return new StdSchedulerFactory(properties).getScheduler();
    }
}
