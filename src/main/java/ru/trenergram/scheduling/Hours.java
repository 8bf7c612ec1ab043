package ru.trenergram.scheduling;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** What is left of these hours when others of their day are cut out. */
    List<Hours> without(Hours cut) {
        if (!overlaps(cut)) {
            return List.of(this);
        }
        List<Hours> left = new ArrayList<>();
        if (from < cut.from) {
            left.add(new Hours(weekday, from, cut.from));
        }
        if (cut.to < to) {
            left.add(new Hours(weekday, cut.to, to));
        }
        return left;
    }

    /** The hours of one day in order, with those that overlap or touch made one. */
    static List<Hours> join(Stream<Hours> day) {
        List<Hours> joined = new ArrayList<>();
        for (Hours next : day.sorted(Comparator.comparingInt(Hours::from)).toList()) {
            Hours last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.to >= next.from) {
                joined.set(joined.size() - 1, new Hours(last.weekday, last.from, Math.max(last.to, next.to)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** As in {@code 09:00-13:00}. */
    String written() {
        return written(from) + "-" + written(to);
    }

    static String written(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
