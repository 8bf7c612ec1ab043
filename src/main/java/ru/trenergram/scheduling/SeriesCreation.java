package ru.trenergram.scheduling;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the weeks of a new series, and makes its bookings. */
@Component
class SeriesCreation {

    private final BookingCreation creation;
    private final BookingRules rules;
    private final WorkingCalendar calendar;
    private final Occupancy occupancy;

    SeriesCreation(BookingCreation creation, BookingRules rules, WorkingCalendar calendar, Occupancy occupancy) {
        this.creation = creation;
        this.rules = rules;
        this.calendar = calendar;
        this.occupancy = occupancy;
    }

    /** @return the first booking */
    UUID create(Actor by, NewBooking wish, Repeat repeat) {
        BookingCreation.Opening opening = creation.open(by, wish);
        BookingTerms terms = rules.terms(by.side(), wish, opening.trainer(), opening.client());
        List<Span> times = times(opening, terms.time(), repeat);
        WorkingTime working = calendar.around(opening.trainer(), Span.around(times));
        List<@Nullable SeriesPlace> places = places(times.size());
        List<@Nullable SeriesAct> acts = SeriesAct.on(times);
        List<UUID> made = IntStream.range(0, times.size())
                .mapToObj(i -> creation.add(
                        opening, terms.at(times.get(i), !working.covers(times.get(i))), places.get(i), acts.get(i)))
                .toList();
        return made.getFirst();
    }

    /** The weeks that are free: nobody else takes time of this trainer until the transaction ends. */
    private List<Span> times(BookingCreation.Opening opening, Span first, Repeat repeat) {
        ZoneId zone = opening.trainer().timezone();
        List<PlannedTime> weeks = weeks(first, repeat.weeks(), zone);
        Moments.requireWholeMinute("starts_at", weeks.getLast().span().startsAt());
        List<Occupancy.Busy> busy = occupancy.of(
                opening.trainer().userId(),
                Span.around(weeks.stream().map(PlannedTime::span).toList()));
        List<Span> free = new ArrayList<>();
        List<SeriesConflict> conflicts = new ArrayList<>();
        for (PlannedTime week : weeks) {
            if (week.exists() && busy.stream().noneMatch(other -> other.time().overlaps(week.span()))) {
                free.add(week.span());
            } else {
                conflicts.add(week.conflict());
            }
        }
        if (free.isEmpty() || (!conflicts.isEmpty() && !repeat.skipConflicts())) {
            throw new SeriesConflictException(conflicts, zone);
        }
        return free;
    }

    private static List<PlannedTime> weeks(Span first, int weeks, ZoneId zone) {
        WallTime start = WallTime.of(first.startsAt(), zone);
        return Stream.concat(
                        Stream.of(new PlannedTime(first, true)),
                        IntStream.range(1, weeks)
                                .mapToObj(week -> PlannedTime.at(start.plusWeeks(week), first.minutes())))
                .toList();
    }

    /** One booking alone is no series. */
    private static List<@Nullable SeriesPlace> places(int count) {
        List<@Nullable SeriesPlace> places = new ArrayList<>();
        UUID series = UUID.randomUUID();
        for (int index = 1; index <= count; index++) {
            places.add(count == 1 ? null : new SeriesPlace(series, index, count));
        }
        return places;
    }
}
