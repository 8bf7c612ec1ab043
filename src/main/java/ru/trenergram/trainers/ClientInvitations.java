package ru.trenergram.trainers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Secrets;

/**
 * Personal links to a trainer's roster (PRODUCT.md, "Words"): each is for one person and holds for {@link #LIFETIME}. The
 * code itself is not kept.
 */
@Service
@Transactional
public class ClientInvitations {

    /** What the {@code /start} payload of an invitation begins with; the code follows. */
    public static final String PREFIX = "inv_";

    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final int CODE_BYTES = 16;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Clock clock;

    ClientInvitations(JdbcClient jdbc, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.clock = clock;
    }

    /** @return a new code of 22 letters, digits, {@code _} and {@code -}; it cannot be read again */
    public String make(long trainerId) {
        String code = Secrets.random(CODE_BYTES);
        jdbc.sql("INSERT INTO client_invitation (code_hash, trainer_id, expires_at) VALUES (?, ?, ?)")
                .params(
                        Secrets.hash(code),
                        trainerId,
                        Timestamp.from(clock.instant().plus(LIFETIME)))
                .update();
        return code;
    }

    /** Who invites: while the invitation is open, and to whoever has used it for good. */
    @Transactional(readOnly = true)
    public Optional<Long> trainerOf(String code, long userId) {
        return jdbc.sql("""
                        SELECT trainer_id FROM client_invitation
                        WHERE code_hash = :hash AND (used_by = :user OR used_by IS NULL AND expires_at > :now)
                        """)
                .param("hash", Secrets.hash(code))
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /**
     * Makes somebody a client of the trainer who invites: of any number of people on one invitation, one succeeds.
     *
     * @return false when it is not open, or no longer
     */
    public boolean accept(String code, long clientId) {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Long> trainer = jdbc.sql("""
                        UPDATE client_invitation SET used_by = ?, used_at = ?
                        WHERE code_hash = ? AND used_by IS NULL AND expires_at > ? RETURNING trainer_id
                        """)
                .params(clientId, now, Secrets.hash(code), now)
                .query(Long.class)
                .optional();
        trainer.ifPresent(trainerId -> roster.join(trainerId, clientId));
        return trainer.isPresent();
    }
}
