package ru.trenergram.scheduling;

import java.time.Instant;
import java.util.UUID;

/** Where a list of bookings goes on. */
public record BookingKey(Instant startsAt, UUID id) {

    public static BookingKey of(BookingInfo booking) {
        return new BookingKey(booking.startsAt(), booking.id());
    }
}
