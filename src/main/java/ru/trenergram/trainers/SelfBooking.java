package ru.trenergram.trainers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when a client books a slot by themselves (PRODUCT.md, "Booking"). */
public enum SelfBooking {
    /** Confirmed at once. */
    @JsonProperty("instant")
    INSTANT,
    /** Waits for the trainer. */
    @JsonProperty("request")
    REQUEST,
    /** Not offered. */
    @JsonProperty("off")
    OFF
}
