package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/**
 * Clubs that a super-admin has frozen. The staff of such a club only look ({@link StaffMembers}), the catalogue does not
 * have it, and nobody can choose it; the bookings of its trainers and clients go on.
 */
@Service
@Transactional
public class ClubFreezes {

    public static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final ClubChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClubFreezes(
            JdbcClient jdbc,
            Superadmins superadmins,
            ClubChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** @param reason which the club's owner reads */
    public record Freeze(Instant at, String reason) {}

    /** Empty for a club that is not frozen. */
    @Transactional(readOnly = true)
    public Optional<Freeze> find(long clubId) {
        return jdbc.sql("SELECT frozen_at, frozen_reason FROM club WHERE id = ? AND frozen_at IS NOT NULL")
                .param(clubId)
                .query((row, n) -> new Freeze(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }

    /**
     * Freezes a club; its owners are told why.
     *
     * @return false when it is frozen already, for whatever reason that was
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin; {@code validation_failed}
     */
    public boolean freeze(Caller superadmin, long clubId, String reason) {
        if (lock(superadmin, clubId)) {
            return false;
        }
        if (reason.isBlank()) {
            throw DomainException.invalid("reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw DomainException.invalid("reason", "size", 1, LONGEST_REASON);
        }
        Instant now = clock.instant();
        set(clubId, now, reason.strip());
        Facts after = Facts.none().with("frozen", true).words("reason", reason);
        changes.bySuperadmin(superadmin, clubId, Facts.none().with("frozen", false), after);
        events.publishEvent(new ClubEvents.ClubFrozen(clubId, now));
        return true;
    }

    /**
     * Takes the freeze back; the club's owners are told.
     *
     * @return false when it is not frozen
     * @throws DomainException {@code not_found}, also for everybody who is no super-admin
     */
    public boolean unfreeze(Caller superadmin, long clubId) {
        if (!lock(superadmin, clubId)) {
            return false;
        }
        set(clubId, null, null);
        Facts before = Facts.none().with("frozen", true);
        changes.bySuperadmin(superadmin, clubId, before, Facts.none().with("frozen", false));
        events.publishEvent(new ClubEvents.ClubUnfrozen(clubId, clock.instant()));
        return true;
    }

    /** Whether it is frozen now; another super-admin waits until this one has decided. */
    private boolean lock(Caller superadmin, long clubId) {
        superadmins.require(superadmin);
        return jdbc.sql("SELECT frozen_at IS NOT NULL FROM club WHERE id = ? FOR NO KEY UPDATE")
                .param(clubId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private void set(long clubId, @Nullable Instant at, @Nullable String reason) {
        jdbc.sql("UPDATE club SET frozen_at = ?, frozen_reason = ? WHERE id = ?")
                .param(at == null ? null : Timestamp.from(at))
                .param(reason)
                .param(clubId)
                .update();
    }
}
