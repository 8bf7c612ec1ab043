package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.users.Users;

/**
 * Super-admins who look at a club's panel as its staff see it. While they do, each is on its staff as one who only looks
 * ({@link StaffMembers#membership}), so that no view and no service can let them change anything.
 */
@Service
@Transactional
public class OpenedClubs {

    /** Then the club is closed to them again, also for who has just shut the window. */
    public static final Duration LASTS = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final Users users;
    private final ClubChanges changes;
    private final Clock clock;

    OpenedClubs(JdbcClient jdbc, Superadmins superadmins, Users users, ClubChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.users = users;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Opens a club's panel, for {@link #LASTS} from now; the audit keeps every time.
     *
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin
     */
    public void open(Caller superadmin, long clubId) {
        superadmins.require(superadmin);
        jdbc.sql("SELECT id FROM club WHERE id = ?")
                .param(clubId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        Instant until = clock.instant().plus(LASTS);
        jdbc.sql("""
                        INSERT INTO opened_club (user_id, club_id, until) VALUES (?, ?, ?)
                        ON CONFLICT (user_id, club_id) DO UPDATE SET until = excluded.until
                        """).params(superadmin.userId(), clubId, Timestamp.from(until)).update();
        changes.bySuperadmin(superadmin, clubId, Facts.none(), Facts.none().with("opened_until", until.toString()));
    }

    /** Leaves it again; nothing happens when it is not open. */
    public void leave(Caller superadmin, long clubId) {
        jdbc.sql("DELETE FROM opened_club WHERE user_id = ? AND club_id = ? RETURNING until")
                .params(superadmin.userId(), clubId)
                .query(Timestamp.class)
                .optional()
                .ifPresent(until -> changes.bySuperadmin(
                        superadmin,
                        clubId,
                        Facts.none().with("opened_until", until.toInstant().toString()),
                        Facts.none()));
    }

    /** Whether somebody looks at a club this way now; never who is no super-admin any more. */
    @Transactional(readOnly = true)
    public boolean isOpen(long userId, long clubId) {
        return jdbc.sql("SELECT until FROM opened_club WHERE user_id = ? AND club_id = ?")
                .params(userId, clubId)
                .query(Timestamp.class)
                .optional()
                .filter(until -> until.toInstant().isAfter(clock.instant()))
                .filter(until -> superadmins.contains(users.get(userId).telegramId()))
                .isPresent();
    }
}
