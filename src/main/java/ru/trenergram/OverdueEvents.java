package ru.trenergram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Gives events to their listeners again that failed, or were cut off with their node: every minute for a day, and for an
 * hour at least where nobody was there to do so. An event that only waits
 * in the queue of a living node is left alone: told twice, it would make the queue longer still.
 */
@Component
class OverdueEvents {

    private static final Logger log = LoggerFactory.getLogger(OverdueEvents.class);

    /** No listener works longer, once it has begun. */
    static final Duration CUT_OFF = Duration.ofMinutes(2);

    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int FEWEST_ATTEMPTS = 60;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final Clock clock;
    private final Instant started;

    OverdueEvents(JdbcClient jdbc, FailedEventPublications failed, Clock clock) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Some events have never got through. */
    static final class EventsGivenUpException extends RuntimeException {
        private EventsGivenUpException(List<String> events) {
            super(String.join(", ", events));
        }
    }

    /** @throws EventsGivenUpException afterwards, if it has given up some */
    void takeUp() {
        Instant now = clock.instant();
        fail(now);
        List<String> givenUp = giveUp(now);
        failed.resubmit(
                ResubmissionOptions.defaults().withBatchSize(MOST_AT_ONCE).withMaxInFlight(MOST_AT_ONCE));
        if (!givenUp.isEmpty()) {
            throw new EventsGivenUpException(givenUp);
        }
    }

    /**
     * What was published, or given to its listener again, so long ago that it must have been cut off; on a node that is
     * alone, that is all from before its start. That listeners are behind counts only as long as a node can have said it:
     * with the simulator time may go back.
     */
    private void fail(Instant now) {
        jdbc.sql("""
                        UPDATE event_publication SET status = 'FAILED'
                        WHERE completion_date IS NULL AND status <> 'FAILED'
                          AND (coalesce(last_resubmission_date, publication_date) < :before
                            OR coalesce(last_resubmission_date, publication_date) < :cutOff
                              AND NOT EXISTS (SELECT FROM listeners_behind WHERE until > :now AND until <= :latest))
                        """)
                .param("before", Timestamp.from(isAlone() ? started : Instant.EPOCH))
                .param("cutOff", Timestamp.from(now.minus(CUT_OFF)))
                .param("now", Timestamp.from(now))
                .param("latest", Timestamp.from(now.plus(ListenerQueue.WORD_HOLDS)))
                .update();
    }

    /** Each node's connections bear a name of its own (application.yaml). */
    private boolean isAlone() {
        return jdbc.sql("""
                        SELECT NOT EXISTS (
                            SELECT FROM pg_stat_activity
                            WHERE datname = current_database() AND application_name LIKE 'trenergram-%'
                              AND application_name <> current_setting('application_name'))
                        """).query(Boolean.class).single();
    }

    private List<String> giveUp(Instant now) {
        jdbc.sql("DELETE FROM event_given_up WHERE given_up_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        return jdbc
                .sql("""
                        WITH old AS (
                            DELETE FROM event_publication
                            WHERE status = 'FAILED' AND publication_date < :until AND completion_attempts >= :attempts
                            RETURNING *)
                        INSERT INTO event_given_up
                            (id, listener_id, event_type, serialized_event, publication_date, given_up_at)
                        SELECT id, listener_id, event_type, serialized_event, publication_date, :now FROM old
                        RETURNING id || ' of ' || listener_id
                        """)
                .param("until", Timestamp.from(now.minus(GIVEN_UP)))
                .param("attempts", FEWEST_ATTEMPTS)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list()
                .stream()
                .peek(event -> log.error("Given up, and kept in event_given_up: {}", event))
                .toList();
    }
}
