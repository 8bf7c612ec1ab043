package ru.trenergram.reminders;

/**
 * A reminder is to be sent now. Whoever sends it asks {@link Reminders#stillWanted} at the last moment, and says what
 * came of it.
 */
public record ReminderDue(long reminderId) {}
