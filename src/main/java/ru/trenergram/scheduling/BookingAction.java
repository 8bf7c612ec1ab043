package ru.trenergram.scheduling;

/** What somebody can do with a booking. */
public enum BookingAction {
    CONFIRM(BookingStatus.CONFIRMED),
    DECLINE(BookingStatus.CANCELLED),
    CANCEL(BookingStatus.CANCELLED),
    COMPLETE(BookingStatus.COMPLETED),
    NO_SHOW(BookingStatus.NO_SHOW);

    private final BookingStatus target;

    BookingAction(BookingStatus target) {
        this.target = target;
    }

    /** The status that it leads to. */
    public BookingStatus target() {
        return target;
    }
}
