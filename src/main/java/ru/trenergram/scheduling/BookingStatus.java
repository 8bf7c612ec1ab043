package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;

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

    /**
     * The key of its word in the message bundles.
     *
     * @param awaiting null also where it does not matter who is asked
     */
    public String messageKey(@Nullable Side awaiting) {
        return switch (this) {
            case PENDING -> awaiting == Side.TRAINER ? "panel.status.pending.trainer" : "panel.status.pending.client";
            case CONFIRMED -> "panel.status.confirmed";
            case COMPLETED -> "panel.status.completed";
            case CANCELLED -> "panel.status.cancelled";
            case NO_SHOW -> "panel.status.no-show";
        };
    }
}
