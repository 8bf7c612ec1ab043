package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A trainer's day.
 *
 * @param items in order: bookings with their own times, free working time and blocked time clipped to the day
 * @param working the hours of the day, whether free or not
 */
public record DayPlan(LocalDate date, ZoneId zone, List<Item> items, List<Span> working) {

    public sealed interface Item {
        Span time();
    }

    public record Free(Span time) implements Item {}

    public record Booked(Span time, BookingInfo booking) implements Item {}

    public record Blocked(Span time, Block block) implements Item {}

    /** Whether the trainer does not work on this day. */
    public boolean off() {
        return working.isEmpty();
    }
}
