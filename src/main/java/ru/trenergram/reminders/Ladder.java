package ru.trenergram.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.reminders.Moment.At;
import ru.trenergram.reminders.Moment.Never;
import ru.trenergram.reminders.Moment.Why;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.ReminderSettings;

/**
 * The rules of PRODUCT.md, "Reminders", for one booking. They know no state: what has been delivered is told to them,
 * and a moment that has passed unused counts as now.
 *
 * @param since when the booking was last booked, moved or confirmed; nothing counts from before that
 * @param zone the trainer's, for the first reminder
 * @param clientsZone for the quiet hours
 */
record Ladder(
        Instant startsAt,
        Instant since,
        ReminderSettings settings,
        QuietHours quietHours,
        ZoneId zone,
        ZoneId clientsZone) {

    static final List<ReminderStep> STEPS = List.of(ReminderStep.FIRST, ReminderStep.SECOND, ReminderStep.THIRD);

    private static final Duration AFTER_LATE_BOOKING = Duration.ofMinutes(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

    /** A heads-up later than this is no help any more. */
    private static final Duration TIME_TO_COME = Duration.ofMinutes(15);

    /** @param delivered the steps that have been, with the moments of their sending */
    Next next(Map<ReminderStep, Instant> delivered, Instant now) {
        Optional<ReminderStep> latest = delivered.keySet().stream().max(Comparator.naturalOrder());
        for (ReminderStep step : STEPS) {
            boolean passed = latest.isPresent() && step.compareTo(latest.get()) <= 0;
            if (!passed && step(step, delivered, now) instanceof At(Instant at)) {
                return new Next.Remind(step, at);
            }
        }
        return autoCancel(delivered, now) instanceof At(Instant at) ? new Next.Cancel(at) : new Next.Nothing();
    }

    /** The moment of a step of the ladder, after those that have been delivered. */
    Moment step(ReminderStep step, Map<ReminderStep, Instant> delivered, Instant now) {
        return switch (step) {
            case FIRST -> first(now);
            case SECOND -> following(settings.secondAfterHours(), delivered, now);
            case THIRD ->
                settings.thirdAfterHours() != null && isDropped(ReminderStep.SECOND, delivered, now)
                        ? new Never(Why.TOO_LATE)
                        : following(settings.thirdAfterHours(), delivered, now);
            case HEADS_UP -> headsUp(now);
        };
    }

    /** The moment at which a booking that nobody has answered is given up. */
    Moment autoCancel(Map<ReminderStep, Instant> delivered, Instant now) {
        Integer hours = settings.autoCancelAfterHours();
        if (!settings.enabled() || hours == null) {
            return new Never(Why.OFF);
        }
        if (delivered.isEmpty()) {
            return new Never(Why.NO_REMINDER);
        }
        Instant at = quietHours.orEnd(later(after(hours, delivered), now), clientsZone);
        return leavesTimeToAnswer(at) ? new At(at) : new Never(Why.TOO_LATE);
    }

    /** Of a confirmed booking; it does not wait for the end of quiet hours, in which it makes no sound. */
    Moment headsUp(Instant now) {
        Integer hours = settings.headsUpHoursBefore();
        if (!settings.enabled() || hours == null) {
            return new Never(Why.OFF);
        }
        Instant planned = startsAt.minus(Duration.ofHours(hours));
        Instant at = later(planned, now);
        boolean tooLate = planned.isBefore(since) || at.isAfter(startsAt.minus(TIME_TO_COME));
        return tooLate ? new Never(Why.TOO_LATE) : new At(at);
    }

    private Moment first(Instant now) {
        Integer days = settings.firstDaysBefore();
        if (!settings.enabled() || days == null) {
            return new Never(Why.OFF);
        }
        Instant planned = startsAt.atZone(zone)
                .toLocalDate()
                .minusDays(days)
                .atTime(settings.firstAt())
                .atZone(zone)
                .toInstant();
        Instant at = later(planned.isBefore(since) ? since.plus(AFTER_LATE_BOOKING) : planned, now);
        if (!at.isBefore(startsAt)) {
            return new Never(Why.TOO_LATE);
        }
        Instant loud = quietHours.orEnd(at, clientsZone);
        return new At(leavesTimeToAnswer(loud) ? loud : at);
    }

    private Moment following(@Nullable Integer hours, Map<ReminderStep, Instant> delivered, Instant now) {
        if (!settings.enabled() || hours == null) {
            return new Never(Why.OFF);
        }
        if (delivered.isEmpty()) {
            return new Never(Why.NO_REMINDER);
        }
        Instant at = later(after(hours, delivered), now);
        Instant loud = quietHours.orEnd(at, clientsZone);
        boolean waits = loud.isAfter(at);
        boolean goes = waits ? leavesTimeToAnswer(loud) : at.isBefore(startsAt);
        return goes ? new At(loud) : new Never(Why.TOO_LATE);
    }

    /** What is on, can count from something and did not go out was dropped; what would follow it is later still. */
    private boolean isDropped(ReminderStep step, Map<ReminderStep, Instant> delivered, Instant now) {
        return !delivered.containsKey(step)
                && step(step, delivered, now) instanceof Never(Why why)
                && why == Why.TOO_LATE;
    }

    /** A booking that has been moved to and fro counts from its last move, not from what was sent before. */
    private Instant after(int hours, Map<ReminderStep, Instant> delivered) {
        Instant last =
                delivered.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        // by the minute, so that the seconds which the sending takes do not add up
        return later(last.truncatedTo(ChronoUnit.MINUTES), since).plus(Duration.ofHours(hours));
    }

    private boolean leavesTimeToAnswer(Instant at) {
        return !at.isAfter(startsAt.minus(TIME_TO_ANSWER));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
