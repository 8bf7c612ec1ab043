package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
     * Each day from one date to another, both included.
     *
     * @throws DomainException {@code not_found}
     */
    public List<DayWorkload> days(long trainerId, LocalDate from, LocalDate to) {
        return Optional.ofNullable(days(List.of(trainerId), from, to).get(trainerId))
                .orElseThrow(DomainException::notFound);
    }

    /**
     * The same for several trainers at once, by their user id, in as many queries as for one. Who is no trainer is absent;
     * each has the days of their own zone.
     */
    public Map<Long, List<DayWorkload>> days(Collection<Long> trainerIds, LocalDate from, LocalDate to) {
        Map<Long, TrainerProfile> profiles = trainers.getAll(trainerIds);
        Map<Long, WorkingTime> times = calendar.ofAll(profiles.values(), from, to);
        // in every zone of the earth the days lie in there
        Span range = new Span(
                from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        Map<Long, List<Busy>> occupied = occupancy.ofAll(trainerIds, range);
        Map<Long, List<DayWorkload>> days = new HashMap<>();
        times.forEach((trainer, time) ->
                days.put(trainer, days(time, occupied.getOrDefault(trainer, List.of()), from, to)));
        return days;
    }

    private static List<DayWorkload> days(WorkingTime time, List<Busy> occupied, LocalDate from, LocalDate to) {
        NavigableMap<Instant, Busy> busyByEnd = new TreeMap<>();
        occupied.forEach(busy -> busyByEnd.put(busy.time().endsAt(), busy));
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
