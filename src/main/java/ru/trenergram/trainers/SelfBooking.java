package ru.trenergram.trainers;

/** What happens when a client books a slot by themselves (PRODUCT.md, "Booking"). */
public enum SelfBooking {
    /** Confirmed at once. */
    INSTANT,
    /** Waits for the trainer. */
    REQUEST,
    /** Not offered. */
    OFF
}
