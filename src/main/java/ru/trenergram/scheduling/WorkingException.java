package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates on which a trainer's week does not hold.
 *
 * @param from in minutes since midnight on each of the dates, like {@code to}; both are null for days off as a whole
 * @param version of this exception
 */
public record WorkingException(
        long id,
        Kind kind,
        LocalDate firstDate,
        LocalDate lastDate,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String reason,
        int version) {

    public enum Kind {
        OFF,
        EXTRA
    }

    boolean isOn(LocalDate date) {
        return !date.isBefore(firstDate) && !date.isAfter(lastDate);
    }

    /** What remains of a day's hours, or is added to them. */
    List<Hours> over(List<Hours> day, LocalDate date) {
        Hours own = hours(date);
        return switch (kind) {
            case OFF ->
                day.stream().flatMap(hours -> hours.without(own).stream()).toList();
            case EXTRA -> Hours.join(Stream.concat(day.stream(), Stream.of(own)));
        };
    }

    /** Its part of a date. */
    Hours hours(LocalDate date) {
        return new Hours(date.getDayOfWeek(), from == null ? 0 : from, to == null ? Hours.DAY : to);
    }
}
