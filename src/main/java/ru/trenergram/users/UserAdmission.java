package ru.trenergram.users;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
    private volatile Known known = new Known(Set.of(), Set.of());

    UserAdmission(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Set<Long> blocked, Set<Long> erased) {}

    /** Who may come in has changed. */
    record Decided() {}

    @Override
    public void require(long userId) {
        Known now = known();
        if (now.blocked().contains(userId)) {
            throw new DomainException(ErrorCode.BLOCKED);
        }
        if (now.erased().contains(userId)) {
            throw new DomainException(ErrorCode.UNAUTHORIZED);
        }
    }

    /** Before whoever decided goes on; else a request at that moment could still go by what was read before. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public void on(Decided decided) {
        refresh();
    }

    private Known known() {
        long now = System.nanoTime();
        long last = readAt.get();
        if (now - last >= FRESH.toNanos() && readAt.compareAndSet(last, now)) {
            refresh();
        }
        return known;
    }

    /** One after the other: what was read first must not be kept last. */
    private synchronized void refresh() {
        try {
            known = read();
        } catch (DataAccessException e) {
            log.debug("Who is shut out cannot be read: {}", e.getMessage());
        }
    }

    private Known read() {
        return new Known(
                new HashSet<>(jdbc.sql("SELECT user_id FROM user_block")
                        .query(Long.class)
                        .list()),
                new HashSet<>(jdbc.sql("SELECT user_id FROM user_erasure WHERE erased_at > ?")
                        .param(Timestamp.from(clock.instant().minus(ERASED)))
                        .query(Long.class)
                        .list()));
    }
}
