package ru.trenergram.users;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** Who has been erased. */
@Service
public class Erasures {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes that somebody is being erased, and keeps others from doing so until the transaction ends. What they were given
     * to come in with is worth nothing from then on.
     *
     * @param by user id of the super-admin
     * @return false when they have been erased already
     * @throws DomainException {@code not_found}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(long userId, long by) {
        jdbc.sql("SELECT id FROM users WHERE id = ? FOR NO KEY UPDATE")
                .param(userId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        boolean first = jdbc.sql("""
                        INSERT INTO user_erasure (user_id, erased_by, erased_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                        .params(userId, by, Timestamp.from(clock.instant()))
                        .update()
                == 1;
        events.publishEvent(new UserAdmission.Decided(userId, ErrorCode.UNAUTHORIZED));
        return first;
    }

    @Transactional(readOnly = true)
    public Optional<Instant> erasedAt(long userId) {
        return jdbc.sql("SELECT erased_at FROM user_erasure WHERE user_id = ?")
                .param(userId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
