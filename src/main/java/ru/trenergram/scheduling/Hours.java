package ru.trenergram.scheduling;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A stretch of working time on one weekday, by the trainer's clock.
 *
 * @param from minutes since midnight
 * @param to minutes since midnight, not included; 1440 is the end of the day
 */
public record Hours(DayOfWeek weekday, int from, int to) {

    static final int DAY = 24 * 60;

    public Hours {
        if (from < 0 || from >= to || to > DAY) {
            throw new IllegalArgumentException("Working hours end after they begin, on the same day");
        }
    }

    /** @param to midnight is the end of the day */
    public static Hours of(DayOfWeek weekday, LocalTime from, LocalTime to) {
        return new Hours(weekday, minutes(from), to.equals(LocalTime.MIDNIGHT) ? DAY : minutes(to));
    }

    boolean overlaps(Hours other) {
        return weekday == other.weekday && from < other.to && other.from < to;
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
