package ru.trenergram.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingImport;
import ru.trenergram.scheduling.BookingImport.Imported;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Side;

/** Two weeks of bookings around today, the same ones each day of the week, so that the past and the future are there. */
@Component
class DemoBookings {

    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 7;

    private final BookingImport bookings;
    private final Clock clock;

    DemoBookings(BookingImport bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /** @param everyDays on which days it takes place: every day, every second one … */
    private record Habit(
            DemoPerson trainer,
            DemoPerson client,
            String at,
            int minutes,
            int rubles,
            int everyDays,
            BookingStatus ahead) {}

    private static final List<Habit> HABITS = List.of(
            habit(DemoPerson.STRENGTH, DemoPerson.KATYA, "09:00", 60, 2500, 2, BookingStatus.CONFIRMED),
            habit(DemoPerson.STRENGTH, DemoPerson.PAVEL, "11:00", 60, 2500, 1, BookingStatus.CONFIRMED),
            habit(DemoPerson.STRENGTH, DemoPerson.SVETA, "15:00", 60, 2500, 3, BookingStatus.PENDING),
            habit(DemoPerson.STRENGTH, DemoPerson.ROMAN, "19:00", 60, 2500, 2, BookingStatus.CONFIRMED),
            habit(DemoPerson.BOXING, DemoPerson.ARTYOM, "10:00", 90, 3000, 2, BookingStatus.CONFIRMED),
            habit(DemoPerson.BOXING, DemoPerson.ROMAN, "17:00", 90, 3000, 3, BookingStatus.CANCELLED),
            habit(DemoPerson.BOXING, DemoPerson.PAVEL, "19:30", 90, 3000, 2, BookingStatus.PENDING),
            habit(DemoPerson.YOGA, DemoPerson.NINA, "09:30", 60, 2000, 1, BookingStatus.CONFIRMED),
            habit(DemoPerson.YOGA, DemoPerson.ALINA, "14:00", 60, 2000, 2, BookingStatus.CONFIRMED),
            habit(DemoPerson.YOGA, DemoPerson.KATYA, "18:30", 60, 2000, 3, BookingStatus.CONFIRMED));

    private static Habit habit(
            DemoPerson trainer,
            DemoPerson client,
            String at,
            int minutes,
            int rubles,
            int everyDays,
            BookingStatus ahead) {
        return new Habit(trainer, client, at, minutes, rubles, everyDays, ahead);
    }

    void fill(Map<DemoPerson, Long> ids, long location, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
            for (Habit habit : HABITS) {
                if (Math.floorMod(day, habit.everyDays()) == 0) {
                    Instant start = today.plusDays(day)
                            .atTime(LocalTime.parse(habit.at()))
                            .atZone(zone)
                            .toInstant();
                    BookingStatus status = status(habit, start, now, day);
                    bookings.add(new Imported(
                            DemoData.id(ids, habit.trainer()),
                            DemoData.id(ids, habit.client()),
                            start,
                            Duration.ofMinutes(habit.minutes()),
                            status,
                            awaiting(status),
                            Money.rubles(habit.rubles() * 100L),
                            location));
                }
            }
        }
    }

    private static BookingStatus status(Habit habit, Instant start, Instant now, int day) {
        if (habit.ahead() == BookingStatus.CANCELLED) {
            return BookingStatus.CANCELLED;
        }
        if (start.plus(Duration.ofMinutes(habit.minutes())).isAfter(now)) {
            return habit.ahead();
        }
        return habit.client() == DemoPerson.SVETA && day < -1 ? BookingStatus.NO_SHOW : BookingStatus.COMPLETED;
    }

    private static @Nullable Side awaiting(BookingStatus status) {
        return status == BookingStatus.PENDING ? Side.CLIENT : null;
    }
}
