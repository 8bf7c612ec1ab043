package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.DayPlan.Booked;
import ru.trenergram.scheduling.DayPlan.Free;
import ru.trenergram.scheduling.DayPlan.Item;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Free time of trainers: computed from working hours less whatever occupies them, never stored. */
@Service
@Transactional(readOnly = true)
public class Slots {

    private static final int MAX_DAYS = 31;

    private final WorkingHours workingHours;
    private final Occupancy occupancy;
    private final BookingReads bookings;
    private final Trainers trainers;
    private final Clock clock;

    Slots(WorkingHours workingHours, Occupancy occupancy, BookingReads bookings, Trainers trainers, Clock clock) {
        this.workingHours = workingHours;
        this.occupancy = occupancy;
        this.bookings = bookings;
        this.trainers = trainers;
        this.clock = clock;
    }

    /**
     * The slots that a client may book. There are none while the trainer takes no bookings of clients.
     *
     * @param to the last date, at most 31 days with the first
     * @param minutes null for the trainer's session length
     * @throws DomainException {@code not_found}, {@code validation_failed}
     */
    public List<DaySlots> forClient(long trainerId, LocalDate from, LocalDate to, @Nullable Integer minutes) {
        TrainerProfile trainer = trainers.get(trainerId);
        BookingWindow window = BookingWindow.of(trainer, clock.instant());
        boolean offered = trainer.selfBooking() != SelfBooking.OFF;
        return slots(trainer, from, to, minutes, start -> offered && window.contains(start));
    }

    /** The slots that are left to the trainer themselves, whom no notice binds; the rest as for a client. */
    public List<DaySlots> forTrainer(long trainerId, LocalDate from, LocalDate to, @Nullable Integer minutes) {
        Instant now = clock.instant();
        return slots(trainers.get(trainerId), from, to, minutes, start -> !start.isBefore(now));
    }

    /** @throws DomainException {@code not_found}, {@code validation_failed} */
    public DayPlan day(long trainerId, LocalDate date) {
        Moments.require("date", date);
        TrainerProfile trainer = trainers.get(trainerId);
        WorkingTime time = working(trainer);
        List<Span> working = time.on(date);
        List<Occupancy.Busy> busy = occupancy.of(trainerId, time.day(date));
        List<Item> items = new ArrayList<>();
        Span.subtract(working, busy.stream().map(Occupancy.Busy::time).toList())
                .forEach(span -> items.add(new Free(span)));
        bookings.findAll(busy.stream()
                        .map(Occupancy.Busy::bookingId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(booking -> items.add(new Booked(new Span(booking.startsAt(), booking.endsAt()), booking)));
        items.sort(Comparator.comparing(item -> item.time().startsAt()));
        return new DayPlan(date, trainer.timezone(), items, working);
    }

    private List<DaySlots> slots(
            TrainerProfile trainer, LocalDate from, LocalDate to, @Nullable Integer minutes, Predicate<Instant> open) {
        Moments.requireRange(from, to, MAX_DAYS);
        if (minutes != null) {
            BookingRules.checkMinutes(minutes);
        }
        WorkingTime time = working(trainer);
        int length = minutes == null ? trainer.sessionMinutes() : minutes;
        Span range =
                new Span(time.day(from).startsAt(), time.day(to.plusDays(1)).endsAt());
        List<Span> busy = occupancy.of(trainer.userId(), range).stream()
                .map(Occupancy.Busy::time)
                .toList();
        return from.datesUntil(to.plusDays(1))
                .map(date -> new DaySlots(
                        date,
                        time.grid(date, length, trainer.slotStepMinutes()).stream()
                                .filter(slot -> open.test(slot.startsAt()))
                                .filter(slot -> busy.stream().noneMatch(slot::overlaps))
                                .toList()))
                .toList();
    }

    private WorkingTime working(TrainerProfile trainer) {
        return new WorkingTime(workingHours.week(trainer.userId()).hours(), trainer.timezone());
    }
}
