package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.DayPlan.Blocked;
import ru.trenergram.scheduling.DayPlan.Booked;
import ru.trenergram.scheduling.DayPlan.Free;
import ru.trenergram.scheduling.DayPlan.Item;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Free time of trainers: computed from working hours less whatever occupies them, never stored. */
@Service
@Transactional(readOnly = true)
public class Slots {

    private static final int MAX_DAYS = 31;
    private static final int MAX_SUMMARY_DAYS = 42;

    private final Trainers trainers;
    private final Roster roster;
    private final WorkingCalendar calendar;
    private final Occupancy occupancy;
    private final BookingReads bookings;
    private final Blocks blocks;
    private final Clock clock;

    Slots(
            Trainers trainers,
            Roster roster,
            WorkingCalendar calendar,
            Occupancy occupancy,
            BookingReads bookings,
            Blocks blocks,
            Clock clock) {
        this.trainers = trainers;
        this.roster = roster;
        this.calendar = calendar;
        this.occupancy = occupancy;
        this.bookings = bookings;
        this.blocks = blocks;
        this.clock = clock;
    }

    /**
     * The slots that somebody may book: a client whenever the trainer takes their bookings and within the notice that
     * the trainer asks for, the trainer themselves at any time to come.
     *
     * @param userId the trainer's own, or that of a client of theirs
     * @throws DomainException {@code not_found}, {@code validation_failed}
     */
    public FreeSlots of(long trainerTelegramId, long userId, SlotSearch search) {
        TrainerProfile trainer = trainers.byTelegramId(trainerTelegramId);
        if (trainer.userId() == userId) {
            Instant now = clock.instant();
            return slots(trainer, search, moved -> true, start -> !start.isBefore(now));
        }
        if (roster.find(trainer.userId(), userId).isEmpty()) {
            throw DomainException.notFound();
        }
        BookingWindow window = BookingWindow.of(trainer, clock.instant());
        boolean offered = trainer.selfBooking() != SelfBooking.OFF;
        return slots(trainer, search, moved -> moved.clientId() == userId, start -> offered && window.contains(start));
    }

    /** @throws DomainException {@code validation_failed} */
    public DayPlan day(TrainerProfile trainer, LocalDate date) {
        Moments.require("date", date);
        WorkingTime time = calendar.of(trainer, date, date);
        List<Span> working = time.on(date);
        List<Occupancy.Busy> busy = occupancy.of(trainer.userId(), time.day(date));
        List<Item> items = new ArrayList<>();
        Span.subtract(working, busy.stream().map(Occupancy.Busy::time).toList())
                .forEach(span -> items.add(new Free(span)));
        bookings.findAll(busy.stream()
                        .map(Occupancy.Busy::bookingId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(booking -> items.add(new Booked(new Span(booking.startsAt(), booking.endsAt()), booking)));
        blocks.findAll(busy.stream()
                        .map(Occupancy.Busy::blockId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(block -> items.add(new Blocked(block.time().within(time.day(date)), block)));
        items.sort(Comparator.comparing(item -> item.time().startsAt()));
        return new DayPlan(date, trainer.timezone(), items, working);
    }

    /**
     * A trainer's days in figures.
     *
     * @param to the last date, at most 42 days with the first
     * @throws DomainException {@code validation_failed}
     */
    public List<DaySummary> days(TrainerProfile trainer, LocalDate from, LocalDate to) {
        Moments.requireRange(from, to, MAX_SUMMARY_DAYS);
        WorkingTime time = calendar.of(trainer, from, to);
        Span range = new Span(time.day(from).startsAt(), time.day(to).endsAt());
        List<Span> busy = occupancy.of(trainer.userId(), range).stream()
                .map(Occupancy.Busy::time)
                .toList();
        Map<LocalDate, Map<BookingStatus, Integer>> counts =
                bookings.countByDay(trainer.userId(), range, trainer.timezone());
        return from.datesUntil(to.plusDays(1))
                .map(date -> {
                    List<Span> working = time.on(date);
                    return new DaySummary(
                            date,
                            counts.getOrDefault(date, Map.of()),
                            Span.minutes(Span.subtract(working, busy)),
                            working.isEmpty());
                })
                .toList();
    }

    private FreeSlots slots(
            TrainerProfile trainer, SlotSearch search, Predicate<BookingInfo> mayMove, Predicate<Instant> open) {
        LocalDate from = search.from();
        LocalDate to = search.to();
        Moments.requireRange(from, to, MAX_DAYS);
        int length = length(trainer, search, mayMove);
        WorkingTime time = calendar.of(trainer, from, to);
        Span range =
                new Span(time.day(from).startsAt(), time.day(to.plusDays(1)).endsAt());
        List<Span> busy = occupancy.of(trainer.userId(), range).stream()
                .filter(taken -> search.except() == null || !search.except().equals(taken.bookingId()))
                .map(Occupancy.Busy::time)
                .toList();
        List<DaySlots> days = from.datesUntil(to.plusDays(1))
                .map(date -> new DaySlots(
                        date,
                        time.grid(date, length, trainer.slotStepMinutes()).stream()
                                .filter(slot -> open.test(slot.startsAt()))
                                .filter(slot -> busy.stream().noneMatch(slot::overlaps))
                                .toList()))
                .toList();
        return new FreeSlots(trainer.timezone(), days);
    }

    private int length(TrainerProfile trainer, SlotSearch search, Predicate<BookingInfo> mayMove) {
        Span moved = search.except() == null
                ? null
                : bookings.find(search.except())
                        .filter(booking -> booking.trainerId() == trainer.userId())
                        .filter(mayMove)
                        .map(booking -> new Span(booking.startsAt(), booking.endsAt()))
                        .orElseThrow(DomainException::notFound);
        if (search.minutes() != null) {
            BookingRules.checkMinutes(search.minutes());
            return search.minutes();
        }
        return moved == null ? trainer.sessionMinutes() : (int) moved.minutes();
    }
}
