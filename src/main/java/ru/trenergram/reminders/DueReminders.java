package ru.trenergram.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.reminders.ReminderPlan.Due;
import ru.trenergram.scheduling.BookingWatch;
import ru.trenergram.scheduling.BookingWatch.Watched;
import ru.trenergram.scheduling.Bookings;

/**
 * Looks at what is due, and does it. What counts is how the booking stands under its lock, and not what was planned or
 * heard of: a plan only says when to look.
 */
@Service
@Transactional
class DueReminders {

    /** Who cancels later than this was not running: an answer may wait at Telegram, and is to be heard first. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final Duration TIME_TO_HEAR = Duration.ofMinutes(10);

    private final ReminderPlan plan;
    private final SentReminders reminders;
    private final Agenda agenda;
    private final BookingWatch watch;
    private final Bookings bookings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DueReminders(
            ReminderPlan plan,
            SentReminders reminders,
            Agenda agenda,
            BookingWatch watch,
            Bookings bookings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plan = plan;
        this.reminders = reminders;
        this.agenda = agenda;
        this.watch = watch;
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes at most {@code limit} bookings in hand and returns their number; zero when nothing is left that is due and
     * that nobody else has in hand.
     */
    int handle(int limit, UUID... except) {
        Instant now = clock.instant();
        return handle(plan.claim(now, limit, except), now);
    }

    /** Takes one booking in hand, if it is due and nobody else has it. */
    void handle(UUID bookingId) {
        Instant now = clock.instant();
        handle(plan.claim(now, bookingId), now);
    }

    /** Names what {@link #handle(int, UUID...)} would take in hand. */
    List<UUID> due(int limit, UUID... except) {
        return plan.due(clock.instant(), limit, except);
    }

    private int handle(List<Due> due, Instant now) {
        Map<UUID, Watched> held = new HashMap<>();
        watch.hold(due.stream().map(Due::bookingId).toList()).forEach(booking -> held.put(booking.id(), booking));
        Map<UUID, Next> next = agenda.of(held.values(), now);
        due.stream()
                .filter(one -> held.containsKey(one.bookingId()))
                .forEach(one -> handle(
                        one,
                        Objects.requireNonNull(held.get(one.bookingId())),
                        Objects.requireNonNull(next.get(one.bookingId())),
                        now));
        return held.size();
    }

    private void handle(Due due, Watched booking, Next next, Instant now) {
        switch (next) {
            case Next.Remind(ReminderStep step, Instant at) when at.isAfter(now) -> plan.putOff(booking.id(), at);
            case Next.Remind(ReminderStep step, Instant at) -> {
                plan.close(booking.id());
                reminders
                        .add(booking.id(), step, booking.startsAt(), now)
                        .ifPresent(id -> events.publishEvent(new ReminderDue(id)));
            }
            case Next.Cancel(Instant at) when at.isAfter(now) -> plan.putOff(booking.id(), at);
            case Next.Cancel(Instant at)
            when due.at().isBefore(now.minus(LATE)) -> plan.putOff(booking.id(), now.plus(TIME_TO_HEAR));
            case Next.Cancel(Instant at) -> {
                plan.close(booking.id());
                bookings.cancelUnconfirmed(booking.id(), booking.version());
            }
            case Next.Nothing() -> plan.close(booking.id());
        }
    }
}
