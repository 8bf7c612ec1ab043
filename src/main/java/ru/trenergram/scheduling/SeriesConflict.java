package ru.trenergram.scheduling;

import java.time.Instant;

/** A week in which a booking of a series cannot take place; {@code startsAt} is when it would. */
public record SeriesConflict(Instant startsAt, Reason reason) {

    public enum Reason {
        /** Something else occupies the trainer. */
        TAKEN,
        /** The clocks leave that hour out on that date; the start is given as they show it an hour later. */
        NO_SUCH_TIME
    }
}
