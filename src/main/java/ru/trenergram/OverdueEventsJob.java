package ru.trenergram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import ru.trenergram.base.Jobs;

/**
 * Every minute: events whose listener failed, or was cut off with its node, are given to it again, for a day. Without it
 * they would wait for the next start of the service; those that a start had already taken up when it was cut off, for
 * good.
 */
@DisallowConcurrentExecution
class OverdueEventsJob implements Job {

    /** No listener works longer. */
    private static final Duration CUT_OFF = Duration.ofMinutes(2);

    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final Clock clock;

    OverdueEventsJob(JdbcClient jdbc, FailedEventPublications failed, Clock clock) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        resubmit();
    }

    void resubmit() {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE event_publication SET status = 'FAILED'
                        WHERE completion_date IS NULL AND status <> 'FAILED'
                          AND coalesce(last_resubmission_date, publication_date) < ?
                        """).param(Timestamp.from(now.minus(CUT_OFF))).update();
        failed.resubmit(ResubmissionOptions.defaults()
                .withFilter(event -> event.getPublicationDate().isAfter(now.minus(GIVEN_UP))));
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
