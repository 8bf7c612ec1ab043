package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weekly hours laid over the calendar of a zone: 09:00 is 09:00 on the wall on every date. A time that the clocks leave
 * out is taken as the moment at which they jump, one that they show twice as its first occurrence.
 *
 * @param exceptions in the order in which they were made, each laid over what those before it have left
 */
record WorkingTime(List<Hours> week, List<WorkingException> exceptions, ZoneId zone) {

    WorkingTime(List<Hours> week, ZoneId zone) {
        this(week, List.of(), zone);
    }

    /** The stretches of working time on a date. */
    List<Span> on(LocalDate date) {
        return Span.merge(stretches(date).stream()
                .flatMap(hours -> span(date, hours, zone).stream())
                .toList());
    }

    /** Hours on a date as an instant sees them; empty where the clocks leave all of them out. */
    static Optional<Span> span(LocalDate date, Hours hours, ZoneId zone) {
        Instant from = instant(date, hours.from(), zone);
        Instant to = instant(date, hours.to(), zone);
        return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** Whether a span lies in working time as a whole; it may run over midnight. */
    boolean covers(Span span) {
        LocalDate first = LocalDate.ofInstant(span.startsAt(), zone);
        LocalDate last = LocalDate.ofInstant(span.endsAt(), zone);
        return around(first, last).stream().anyMatch(stretch -> stretch.contains(span));
    }

    /**
     * Where sessions can begin on a date if nothing is booked: every {@code step} minutes by the clock on the wall from
     * the start of each stretch of hours, as far as the session ends in working time.
     */
    List<Span> grid(LocalDate date, int minutes, int step) {
        List<Span> working = around(date, date);
        List<Span> slots = new ArrayList<>();
        for (Hours stretch : stretches(date)) {
            for (int minute = stretch.from(); minute < stretch.to(); minute += step) {
                LocalDateTime local = local(date, minute);
                if (zone.getRules().getValidOffsets(local).isEmpty()) {
                    continue;
                }
                Instant start = instant(date, minute, zone);
                Span slot = new Span(start, start.plusSeconds(minutes * 60L));
                if (working.stream().anyMatch(span -> span.contains(slot))) {
                    slots.add(slot);
                }
            }
        }
        return slots;
    }

    /** The local day from its first moment to the next day's. */
    Span day(LocalDate date) {
        return new Span(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Working time of some dates and their neighbours, joined over midnight. */
    private List<Span> around(LocalDate first, LocalDate last) {
        return Span.merge(first.minusDays(1)
                .datesUntil(last.plusDays(2))
                .flatMap(date -> on(date).stream())
                .toList());
    }

    /** The hours of a date, with those that touch made one, so that a rule in two parts keeps one grid. */
    private List<Hours> stretches(LocalDate date) {
        List<Hours> day = Hours.join(week.stream().filter(hours -> hours.weekday() == date.getDayOfWeek()));
        for (WorkingException exception : exceptions) {
            if (exception.isOn(date)) {
                day = exception.over(day, date);
            }
        }
        return day;
    }

    private static Instant instant(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime local = local(date, minute);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }

    private static LocalDateTime local(LocalDate date, int minute) {
        return LocalDateTime.of(date, LocalTime.MIDNIGHT).plusMinutes(minute);
    }
}
