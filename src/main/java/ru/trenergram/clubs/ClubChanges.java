package ru.trenergram.clubs;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;

/** Tells the audit what changes at clubs, in the transaction of the change. */
@Component
class ClubChanges {

    private final ApplicationEventPublisher events;

    ClubChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** By the service itself. */
    void bySystem(Thing what, long clubId, Object id, Facts after) {
        tell(Side.SYSTEM, null, what, clubId, id, Facts.none(), after);
    }

    /** By a super-admin, of the club itself. */
    void bySuperadmin(Caller superadmin, long clubId, Facts before, Facts after) {
        tell(Side.SUPERADMIN, superadmin.userId(), Thing.CLUB, clubId, clubId, before, after);
    }

    /** Null stands for somebody who is not there. */
    void role(
            Side side,
            @Nullable Long actorId,
            long clubId,
            long userId,
            @Nullable String former,
            @Nullable StaffRole role) {
        tell(
                side,
                actorId,
                Thing.STAFF_MEMBER,
                clubId,
                clubId + "/" + userId,
                Facts.none().with("role", former),
                Facts.none().with("role", role == null ? null : role.name()));
    }

    /** By somebody on the staff. */
    void byStaff(long staffId, Thing what, long clubId, Object id, Facts before, Facts after) {
        tell(Side.STAFF, staffId, what, clubId, id, before, after);
    }

    /** Null stands for a trainer without a place at the club. */
    void place(
            Side side,
            long actorId,
            long clubId,
            long trainerId,
            ClubTrainer.@Nullable Status former,
            ClubTrainer.@Nullable Status status) {
        tell(
                side,
                actorId,
                Thing.CLUB_TRAINER,
                clubId,
                clubId + "/" + trainerId,
                Facts.none().with("status", former),
                Facts.none().with("status", status));
    }

    private void tell(
            Side side, @Nullable Long actorId, Thing what, long clubId, Object id, Facts before, Facts after) {
        events.publishEvent(new Changed(side, actorId, what, id.toString(), clubId, before, after));
    }
}
