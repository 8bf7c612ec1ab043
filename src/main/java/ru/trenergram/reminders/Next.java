package ru.trenergram.reminders;

import java.time.Instant;

/** What is to be done about a booking next. */
sealed interface Next {

    record Remind(ReminderStep step, Instant at) implements Next {}

    record Cancel(Instant at) implements Next {}

    record Nothing() implements Next {}
}
