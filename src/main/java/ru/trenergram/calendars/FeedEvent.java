package ru.trenergram.calendars;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.scheduling.BookingStatus;

/**
 * A booking as it stands in a calendar.
 *
 * @param zone the trainer's
 * @param awaiting TRAINER or CLIENT while PENDING, else null
 * @param asTrainer whether the reader is its trainer, or else its client
 * @param with the name of the other one
 * @param changedAt when it came to this version
 */
record FeedEvent(
        UUID id,
        int version,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        BookingStatus status,
        @Nullable String awaiting,
        boolean asTrainer,
        String with,
        @Nullable String place,
        @Nullable String note,
        Instant changedAt) {}
