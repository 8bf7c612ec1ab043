package ru.trenergram.reminders;

import java.util.UUID;

/** A client could not be reminded of a booking that awaits them; it will not be cancelled by itself. */
public record ClientUnreachable(UUID bookingId, long reminderId) {}
