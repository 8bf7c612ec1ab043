package ru.trenergram.month;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import ru.trenergram.Trenergram;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.TestDatabase;

/** The whole service, a node of which ends and is followed by another one while the clock goes on. */
final class RunningService implements AutoCloseable {

    private static final List<String> JOBS = List.of("completionJob", "expiryJob", "chargeJob", "reminderJob");

    private final String database = TestDatabase.create();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(database, "postgres", "", true);
    private final JdbcClient jdbc = JdbcClient.create(connection);
    private final String telegram;
    private final Clock clock;
    private final List<Job> jobs = new ArrayList<>();
    private ConfigurableApplicationContext node;

    RunningService(String telegram, Clock clock) {
        this.telegram = telegram;
        this.clock = clock;
        this.node = start();
    }

    private ConfigurableApplicationContext start() {
        var started = new SpringApplicationBuilder(Trenergram.class)
                .initializers(
                        (GenericApplicationContext context) -> context.registerBean("clock", Clock.class, () -> clock))
                .run(
                        "--DATABASE_URL=" + database,
                        "--DATABASE_USERNAME=postgres",
                        "--MAIN_BOT_TOKEN=1:MAIN-aaaaaaaaaaaaaaaaaaaaaaaa",
                        "--TELEGRAM_API_URL=" + telegram,
                        "--PUBLIC_URL=https://example.org",
                        "--PORT=0",
                        "--trenergram.sending.per-second=0",
                        "--trenergram.sending.per-chat=0",
                        "--vaadin.productionMode=true",
                        "--spring.quartz.auto-startup=false",
                        "--spring.quartz.scheduler-name=" + QuartzJobs.schedulerOf(database),
                        // the job that does so goes by the clock, which stands still while a node starts
                        "--spring.modulith.events.republish-outstanding-events-on-restart=true");
        jobs.clear();
        for (String job : JOBS) {
            var type = started.getBean(job, JobDetail.class).getJobClass();
            jobs.add(started.getAutowireCapableBeanFactory().createBean(type));
        }
        return started;
    }

    /** Its node ends in the middle of a run of the jobs, and another one starts. */
    void restartAtWork() throws SchedulerException {
        beginToWork();
        takeOver();
    }

    /** The same, but the node is cut off from the database first, wherever it stands. */
    void breakOffAtWork() throws SchedulerException {
        beginToWork();
        jdbc.sql("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """).query(Boolean.class).list();
        takeOver();
    }

    /** What the former node had begun to tell and to send is told and sent by the next one. */
    private void takeOver() {
        node.close();
        // a start takes longer than a message waits that could not be sent at once, but the clock stands still
        // meanwhile
        jdbc.sql("UPDATE telegram_outbox SET retry_at = NULL").update();
        node = start();
        settle();
    }

    private void beginToWork() throws SchedulerException {
        node.getBean(Scheduler.class).start();
        for (String job : JOBS) {
            QuartzJobs.trigger(node, node.getBean(job, JobDetail.class).getKey().getName());
        }
        awaiting().until(() -> !isSettled() || !isAnythingDue());
    }

    <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** What the jobs do each minute, and all that follows from it. */
    void doWhatIsDue() throws JobExecutionException {
        while (isAnythingDue()) {
            for (Job job : jobs) {
                job.execute(null);
            }
            settle();
        }
    }

    /** Waits until every event was heard and every message sent. */
    void settle() {
        awaiting().until(this::isSettled);
    }

    private static ConditionFactory awaiting() {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60));
    }

    private boolean isSettled() {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM event_publication)
                            AND NOT EXISTS (SELECT FROM telegram_outbox WHERE state IN ('QUEUED', 'SENDING'))
                        """).query(Boolean.class).single();
    }

    private boolean isAnythingDue() {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM reminder_plan WHERE due_at <= :now)
                            OR EXISTS (SELECT FROM booking WHERE status = 'CONFIRMED' AND ends_at <= :now)
                            OR EXISTS (SELECT FROM booking WHERE status = 'PENDING' AND expires_at <= :now)
                            OR EXISTS (SELECT FROM booking WHERE charged_at IS NULL AND NOT settled AND price > 0
                                AND status IN ('CONFIRMED', 'COMPLETED', 'NO_SHOW') AND charge_at <= :now)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        node.close();
        connection.destroy();
    }
}
