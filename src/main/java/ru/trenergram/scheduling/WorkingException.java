package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Facts;

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

    /** For the audit. */
    Facts facts() {
        return Facts.none()
                .with("kind", kind)
                .with("date_from", firstDate)
                .with("date_to", lastDate)
                .with("from", from == null ? null : Hours.written(from))
                .with("to", to == null ? null : Hours.written(to))
                .words("reason", reason);
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
