package ru.trenergram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees how long events wait on this node for a thread to listen to them. When that is long, it tells {@link OverdueEvents},
 * on whatever node that runs, by the database: what waits is late then, and not lost.
 */
@Component
class ListenerQueue implements TaskDecorator {

    private static final Logger log = LoggerFactory.getLogger(ListenerQueue.class);

    /** Well before an event that waits could be taken for lost. */
    private static final Duration LONG = OverdueEvents.CUT_OFF.dividedBy(2);

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(15);
    private static final Duration WORD_HOLDS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);

    ListenerQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Instant queued = clock.instant();
        return () -> {
            begins(queued);
            task.run();
        };
    }

    /** The queue is in order: whatever still waits has come later than the task that begins. */
    private void begins(Instant queued) {
        Instant now = clock.instant();
        Instant last = told.get();
        if (queued.plus(LONG).isAfter(now) || last.plus(BETWEEN_WORDS).isAfter(now) || !told.compareAndSet(last, now)) {
            return;
        }
        try {
            jdbc.sql("""
                            INSERT INTO listeners_behind (until) VALUES (?)
                            ON CONFLICT (only_row) DO UPDATE SET until = greatest(listeners_behind.until, excluded.until)
                            """).param(Timestamp.from(now.plus(WORD_HOLDS))).update();
        } catch (DataAccessException e) {
            log.debug("That listeners are behind cannot be told: {}", e.getMessage());
        }
    }
}
