package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * A booking at one of a club's locations, as its staff see it in a list.
 *
 * @param zone the trainer's
 */
public record ClubBooking(
        UUID id,
        long trainerId,
        String trainerName,
        long clientId,
        String clientName,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        BookingStatus status,
        @Nullable Side awaiting,
        long locationId,
        String locationName,
        Money price,
        int version) {}
