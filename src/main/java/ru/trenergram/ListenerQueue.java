package ru.trenergram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.TaskDecorator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees how long events wait on this node for a thread to listen to them. When that is long, it tells {@link OverdueEvents},
 * on whatever node that runs, by the database: what waits is late then, and not lost. A queue is as long as it is in the
 * real time, however far the {@code Clock} may have jumped.
 */
@Component
class ListenerQueue implements TaskDecorator {

    private static final Logger log = LoggerFactory.getLogger(ListenerQueue.class);

    /** Well before an event that waits could be taken for lost. */
    private static final Duration LONG = OverdueEvents.CUT_OFF.dividedBy(2);

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(15);

    /** So long its word holds. */
    static final Duration WORD_HOLDS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final AtomicLong told;

    @Autowired
    ListenerQueue(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, System::nanoTime);
    }

    ListenerQueue(JdbcClient jdbc, Clock clock, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.told = new AtomicLong(nanoTime.getAsLong() - BETWEEN_WORDS.toNanos());
    }

    @Override
    public Runnable decorate(Runnable task) {
        long queued = nanoTime.getAsLong();
        return () -> {
            begins(queued);
            task.run();
        };
    }

    /** The queue is in order: whatever still waits has come later than the task that begins. */
    private void begins(long queued) {
        long now = nanoTime.getAsLong();
        long last = told.get();
        if (now - queued < LONG.toNanos()
                || now - last < BETWEEN_WORDS.toNanos()
                || !told.compareAndSet(last, now)) {
            return;
        }
        try {
            jdbc.sql("""
                            INSERT INTO listeners_behind (until) VALUES (?)
                            ON CONFLICT (only_row) DO UPDATE SET until = excluded.until
                            """)
                    .param(Timestamp.from(clock.instant().plus(WORD_HOLDS)))
                    .update();
        } catch (DataAccessException e) {
            log.debug("That listeners are behind cannot be told: {}", e.getMessage());
        }
    }
}
