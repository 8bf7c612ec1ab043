package ru.trenergram.reminders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The messages that can go out for one booking; the first three make up the ladder, in this order. */
public enum ReminderStep {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("second")
    SECOND,
    @JsonProperty("third")
    THIRD,
    /** Of a session that the client has agreed to. */
    @JsonProperty("heads_up")
    HEADS_UP
}
