package ru.trenergram.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What happens as paid time runs out, each at {@link #HOUR} of a day of the club's zone. */
public enum Step {
    /** The owner hears that three days are left. */
    THREE_DAYS(-3),
    /** The owner hears that one day is left. */
    ONE_DAY(-1),
    /** The paid time is over, and the grace has begun. */
    EXPIRED(1),
    /** The grace is over: the club falls to the free tariff. */
    FALL(PaidTime.GRACE_DAYS + 1);

    /** Nobody is woken by it. */
    static final LocalTime HOUR = LocalTime.of(10, 0);

    /** Counted from the last paid day. */
    private final int days;

    Step(int days) {
        this.days = days;
    }

    Instant at(LocalDate paidUntil, ZoneId zone) {
        return paidUntil.plusDays(days).atTime(HOUR).atZone(zone).toInstant();
    }

    /** The last one whose moment has come: after a downtime, those before it are no longer true. */
    static Optional<Step> current(LocalDate paidUntil, ZoneId zone, Instant now) {
        return Arrays.stream(values())
                .filter(step -> !step.at(paidUntil, zone).isAfter(now))
                .max(Comparator.naturalOrder());
    }

    /** The first one whose moment is still to come; empty when all have been. */
    static Optional<Step> next(LocalDate paidUntil, ZoneId zone, Instant now) {
        return Arrays.stream(values())
                .filter(step -> step.at(paidUntil, zone).isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
