package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;

/**
 * A time meant for a booking of a series.
 *
 * @param exists false when the clocks leave it out on that date
 */
record PlannedTime(Span span, boolean exists) {

    static PlannedTime at(WallTime start, long minutes) {
        Instant moment = start.instant();
        return new PlannedTime(new Span(moment, moment.plus(Duration.ofMinutes(minutes))), start.exists());
    }

    SeriesConflict conflict() {
        return new SeriesConflict(
                span.startsAt(), exists ? SeriesConflict.Reason.TAKEN : SeriesConflict.Reason.NO_SUCH_TIME);
    }
}
