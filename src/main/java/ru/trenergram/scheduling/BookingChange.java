package ru.trenergram.scheduling;

import java.time.Instant;

/**
 * A line of a booking's history.
 *
 * @param change {@code created}, {@code confirmed}, {@code declined}, {@code cancelled}, {@code moved}, {@code edited},
 *     {@code completed}, {@code no_show}
 */
public record BookingChange(Instant at, Side actor, String change) {}
