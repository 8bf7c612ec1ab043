package ru.trenergram.clubs;

import java.time.LocalTime;
import ru.trenergram.base.DomainException;

/** @param to midnight is the end of the day */
public record OpeningHours(LocalTime from, LocalTime to) {

    private static final int DAY = 24 * 60;

    /** @throws DomainException {@code validation_failed} */
    public OpeningHours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw DomainException.invalid("hours", "range");
        }
    }

    static OpeningHours ofMinutes(int from, int to) {
        return new OpeningHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to % DAY * 60L));
    }

    int fromMinute() {
        return minute(from);
    }

    int toMinute() {
        return to.equals(LocalTime.MIDNIGHT) ? DAY : minute(to);
    }

    String written() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
