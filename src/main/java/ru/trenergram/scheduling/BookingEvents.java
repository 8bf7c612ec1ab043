package ru.trenergram.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to bookings. Each is published in the transaction of the change; a booking id and a version name one
 * change, so that listeners can be idempotent. The facts are read with {@link Bookings#get}.
 */
public sealed interface BookingEvents {

    UUID bookingId();

    /** That the change led to. */
    int version();

    Actor by();

    /** Not null when it is one of several changes made at once to a series: people are told of them together. */
    default @Nullable SeriesAct act() {
        return null;
    }

    /** PENDING, or CONFIRMED at once. */
    record BookingCreated(
            UUID bookingId, int version, Actor by, @Nullable SeriesAct act) implements BookingEvents {}

    record BookingConfirmed(UUID bookingId, int version, Actor by) implements BookingEvents {}

    /** CANCELLED by the side that was asked. */
    record BookingDeclined(UUID bookingId, int version, Actor by) implements BookingEvents {}

    record BookingCancelled(
            UUID bookingId, int version, Actor by, @Nullable SeriesAct act) implements BookingEvents {}

    /**
     * It starts at another time, and perhaps has to be agreed to anew.
     *
     * @param from when it started before
     * @param to when it starts since
     */
    record BookingMoved(
            UUID bookingId,
            int version,
            Actor by,
            Instant from,
            Instant to,
            @Nullable SeriesAct act) implements BookingEvents {}

    /** Its length, price or note is another; its start and its status are not. */
    record BookingEdited(
            UUID bookingId, int version, Actor by, @Nullable SeriesAct act) implements BookingEvents {}

    record BookingCompleted(UUID bookingId, int version, Actor by) implements BookingEvents {}

    record BookingMarkedNoShow(UUID bookingId, int version, Actor by) implements BookingEvents {}
}
