package ru.trenergram.scheduling;

/** Where a booking stands (PRODUCT.md, "Booking"). */
public enum BookingStatus {
    PENDING,
    CONFIRMED,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** Whether such a step exists at all; who may take it, and when, is {@link BookingState}'s to say. */
    public boolean canTransitionTo(BookingStatus target) {
        return switch (this) {
            case PENDING -> target == CONFIRMED || target == CANCELLED || target == COMPLETED;
            case CONFIRMED -> target == PENDING || target == CANCELLED || target == COMPLETED || target == NO_SHOW;
            case COMPLETED -> target == NO_SHOW;
            case NO_SHOW -> target == COMPLETED;
            case CANCELLED -> false;
        };
    }
}
