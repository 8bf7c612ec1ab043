package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of a booking that decides who may do what with it, and when: the table of PRODUCT.md, "Booking". */
record BookingState(BookingStatus status, @Nullable Side awaiting, Instant startsAt, Instant endsAt) {

    private static final Duration ATTENDANCE_WINDOW = Duration.ofHours(24);
    private static final Duration TRAINERS_TIME_TO_ANSWER = Duration.ofHours(24);
    private static final Duration CLIENTS_TIME_AFTER_END = Duration.ofHours(72);

    boolean allows(BookingAction action, Side side, Instant now) {
        return action.canLeaveFrom(status)
                && switch (action) {
                    case CONFIRM -> mayConfirm(side, now);
                    case DECLINE -> isAwaited(side);
                    case MOVE -> side != Side.SYSTEM && now.isBefore(startsAt);
                    case EDIT -> side.onTrainersSide();
                    case CANCEL -> side == Side.SYSTEM || now.isBefore(startsAt);
                    case COMPLETE -> mayComplete(side, now);
                    case NO_SHOW -> side.onTrainersSide() && inAttendanceWindow(now);
                };
    }

    /** When it is given up if nobody answers; null when it awaits nobody. */
    static @Nullable Instant expiresAt(@Nullable Side awaiting, Span time, Instant asked) {
        if (awaiting == null) {
            return null;
        }
        if (awaiting == Side.CLIENT) {
            return time.endsAt().plus(CLIENTS_TIME_AFTER_END);
        }
        Instant patience = asked.plus(TRAINERS_TIME_TO_ANSWER);
        return patience.isBefore(time.startsAt()) ? patience : time.startsAt();
    }

    /** A request lapses at its start; what awaits the client can still be confirmed, as it can be completed, later. */
    private boolean mayConfirm(Side side, Instant now) {
        return isAwaited(side) && (awaiting == Side.CLIENT || now.isBefore(startsAt));
    }

    private boolean mayComplete(Side side, Instant now) {
        return switch (status) {
            case PENDING -> side.onTrainersSide() && !now.isBefore(startsAt);
            // the system does it within a minute; the trainer need not wait for it
            case CONFIRMED -> side != Side.CLIENT && !now.isBefore(endsAt);
            case NO_SHOW -> side.onTrainersSide() && inAttendanceWindow(now);
            case COMPLETED, CANCELLED -> false;
        };
    }

    private boolean isAwaited(Side side) {
        return awaiting != null && side.answersFor(awaiting);
    }

    private boolean inAttendanceWindow(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt.plus(ATTENDANCE_WINDOW));
    }
}
