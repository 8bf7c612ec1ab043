package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.Occupancy.Busy;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/**
 * How much of a trainer's working time is taken. The week is that of today: it has no past, so that days before its last
 * change are measured by it, too.
 */
@Service
@Transactional(readOnly = true)
public class Workload {

    private final WorkingCalendar calendar;
    private final Occupancy occupancy;
    private final Trainers trainers;

    Workload(WorkingCalendar calendar, Occupancy occupancy, Trainers trainers) {
        this.calendar = calendar;
        this.occupancy = occupancy;
        this.trainers = trainers;
    }

    /**
     * Each day from one date to another.
     *
     * @throws DomainException {@code not_found}
     */
    public List<DayWorkload> days(long trainerId, LocalDate from, LocalDate to) {
        TrainerProfile trainer = trainers.get(trainerId);
        WorkingTime time = calendar.of(trainer, from, to);
        Span range = new Span(time.day(from).startsAt(), time.day(to).endsAt());
        NavigableMap<Instant, Busy> busyByEnd = new TreeMap<>();
        occupancy.of(trainerId, range).forEach(busy -> busyByEnd.put(busy.time().endsAt(), busy));
        return from.datesUntil(to.plusDays(1))
                .map(date -> day(date, time, on(time.day(date), busyByEnd)))
                .toList();
    }

    private static List<Busy> on(Span day, NavigableMap<Instant, Busy> busyByEnd) {
        return busyByEnd.tailMap(day.startsAt(), false).values().stream()
                .takeWhile(busy -> busy.time().startsAt().isBefore(day.endsAt()))
                .toList();
    }

    private static DayWorkload day(LocalDate date, WorkingTime time, List<Busy> busy) {
        List<Span> offered = Span.subtract(
                time.on(date),
                busy.stream()
                        .filter(taken -> taken.blockId() != null)
                        .map(Busy::time)
                        .toList());
        List<Span> free = Span.subtract(offered, busy.stream().map(Busy::time).toList());
        long minutes = Span.minutes(offered);
        return new DayWorkload(date, minutes, minutes - Span.minutes(free));
    }
}
