package ru.trenergram.reminders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** When something happens, or why it does not. */
public sealed interface Moment {

    record At(Instant at) implements Moment {}

    record Never(Why why) implements Moment {}

    enum Why {
        /** The trainer does not wish it. */
        @JsonProperty("off")
        OFF,
        /** Too little time would be left before the start. */
        @JsonProperty("too_late")
        TOO_LATE,
        /** No reminder goes out from which it could count. */
        @JsonProperty("no_reminder")
        NO_REMINDER
    }
}
