package ru.trenergram.users;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.security.Admission;

/**
 * Who is shut out stands in memory, for every request asks: at once on the node where it was decided, within
 * {@link #FRESH} on the others. While the database is gone what is known holds.
 */
@Component
class UserAdmission implements Admission {

    private static final Logger log = LoggerFactory.getLogger(UserAdmission.class);

    /** In the real time, whatever the {@code Clock} says. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Longer than tokens and sessions live. */
    private static final Duration ERASED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong readAt = new AtomicLong(System.nanoTime() - FRESH.toNanos());
    /** What each of them is told. */
    private volatile Map<Long, ErrorCode> shutOut = Map.of();

    UserAdmission(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param refusal null when they may come in again */
    record Decided(long userId, @Nullable ErrorCode refusal) {}

    @Override
    public void require(long userId) {
        ErrorCode refusal = known().get(userId);
        if (refusal != null) {
            throw new DomainException(refusal);
        }
    }

    /** Before whoever decided goes on, and without the database: the connection of the decision is still in use. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    synchronized void on(Decided decided) {
        Map<Long, ErrorCode> now = new HashMap<>(shutOut);
        if (decided.refusal() == null) {
            now.remove(decided.userId());
        } else {
            now.put(decided.userId(), decided.refusal());
        }
        shutOut = now;
    }

    private Map<Long, ErrorCode> known() {
        long now = System.nanoTime();
        long last = readAt.get();
        if (now - last >= FRESH.toNanos() && readAt.compareAndSet(last, now)) {
            refresh();
        }
        return shutOut;
    }

    /** Not while a decision is noted, which could be lost by what was read before. */
    private synchronized void refresh() {
        try {
            shutOut = read();
        } catch (DataAccessException e) {
            log.debug("Who is shut out cannot be read: {}", e.getMessage());
        }
    }

    private Map<Long, ErrorCode> read() {
        Map<Long, ErrorCode> found = new HashMap<>();
        jdbc.sql("""
                        SELECT user_id, 'BLOCKED' AS refusal FROM user_block
                        UNION ALL
                        SELECT user_id, 'UNAUTHORIZED' FROM user_erasure WHERE erased_at > ?
                        """).param(Timestamp.from(clock.instant().minus(ERASED))).query(row -> {
            found.put(row.getLong("user_id"), ErrorCode.valueOf(row.getString("refusal")));
        });
        return found;
    }
}
