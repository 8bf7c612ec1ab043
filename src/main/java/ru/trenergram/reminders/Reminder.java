package ru.trenergram.reminders;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to a client that is due.
 *
 * @param startsAt the time of the booking of which it reminds
 */
public record Reminder(long id, UUID bookingId, ReminderStep step, Instant startsAt) {}
