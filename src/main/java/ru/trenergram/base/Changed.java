package ru.trenergram.base;

import org.jspecify.annotations.Nullable;

/**
 * Money or settings were changed: what the audit keeps. Published in the transaction of the change, so that one is never
 * there without the other. Changes of bookings stand in the bookings' own history, charges in the ledger.
 *
 * @param actorId the user who did it; null for the service itself
 * @param what kind of thing was changed
 * @param id of the thing, in the tables
 * @param clubId of the club whose business it is, or null
 * @param before only the fields that differ, like {@code after}
 */
public record Changed(
        Side side,
        @Nullable Long actorId,
        Thing what,
        String id,
        @Nullable Long clubId,
        Facts before,
        Facts after) {

    /** On whose behalf somebody acts. */
    public enum Side {
        TRAINER,
        CLIENT,
        STAFF,
        SUPERADMIN,
        SYSTEM
    }

    /** The id of a roster entry is {@code <trainer>/<client>}, of a staff member and a club's trainer {@code <club>/<user>}. */
    public enum Thing {
        TRAINER_SETTINGS,
        WORKING_WEEK,
        WORKING_EXCEPTION,
        BLOCKED_TIME,
        ROSTER_ENTRY,
        LEDGER_ENTRY,
        CLUB,
        LOCATION,
        STAFF_MEMBER,
        CLUB_TRAINER,
        USER,
        SWITCH,
        MESSAGE,
        EVENT,
        JOB,
        QR_CODE,
        TARIFF,
        SUBSCRIPTION,
        CLUB_PAYMENT,
        /** A client, as a club has them in its records. */
        CLUB_MEMBER,
        MEMBER_IMPORT
    }

    public Changed {
        Facts former = before;
        before = former.without(after);
        after = after.without(former);
    }

    /** By a trainer, of what is theirs. */
    public static Changed byTrainer(long trainerId, Thing what, Object id, Facts before, Facts after) {
        return new Changed(Side.TRAINER, trainerId, what, id.toString(), null, before, after);
    }

    /** By a super-admin, of the platform as a whole. */
    public static Changed bySuperadmin(long userId, Thing what, Object id, Facts before, Facts after) {
        return new Changed(Side.SUPERADMIN, userId, what, id.toString(), null, before, after);
    }

    /** Whether everything is as it was. */
    public boolean isNothing() {
        return before.equals(after); // both empty: what remains of them differs
    }
}
