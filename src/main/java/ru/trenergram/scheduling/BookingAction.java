package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;

/** What somebody can do with a booking. */
public enum BookingAction {
    CONFIRM(BookingStatus.CONFIRMED),
    DECLINE(BookingStatus.CANCELLED),
    /** Takes another time; what that leads to depends on who moves it and on the trainer's setting. */
    MOVE(null),
    /** Changes what was agreed but the time it starts; the status stays. */
    EDIT(null),
    CANCEL(BookingStatus.CANCELLED),
    COMPLETE(BookingStatus.COMPLETED),
    NO_SHOW(BookingStatus.NO_SHOW);

    private final @Nullable BookingStatus target;

    BookingAction(@Nullable BookingStatus target) {
        this.target = target;
    }

    /** The status that it leads to; null when that is not the action's to say. */
    public @Nullable BookingStatus target() {
        return target;
    }

    boolean canLeaveFrom(BookingStatus status) {
        return target == null
                ? status == BookingStatus.PENDING || status == BookingStatus.CONFIRMED
                : status.canTransitionTo(target);
    }
}
