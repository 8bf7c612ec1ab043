package ru.trenergram.analytics;

import java.time.Instant;
import java.time.LocalDate;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubInfo;

/**
 * Some days of a club, in its zone.
 *
 * @param to the last date, included; at most {@link #MAX_DAYS} with the first
 */
public record ClubPeriod(ClubInfo club, LocalDate from, LocalDate to) {

    public static final int MAX_DAYS = 366;

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** @throws DomainException {@code validation_failed} */
    public ClubPeriod {
        if (from.isBefore(FIRST)) {
            throw DomainException.invalid("from", "date_range");
        }
        if (to.isAfter(LAST)) {
            throw DomainException.invalid("to", "date_range");
        }
        if (to.isBefore(from)) {
            throw DomainException.invalid("to", "range");
        }
        if (!to.isBefore(from.plusDays(MAX_DAYS))) {
            throw DomainException.invalid("to", "too_long", MAX_DAYS);
        }
    }

    /** So many days, of which {@code to} is the last. */
    public static ClubPeriod last(ClubInfo club, int days, LocalDate to) {
        return new ClubPeriod(club, to.minusDays(days - 1L), to);
    }

    Instant startsAt() {
        return startOf(from);
    }

    /** Not included. */
    Instant endsAt() {
        return startOf(to.plusDays(1));
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(club.timezone()).toInstant();
    }

    /** When each of its days begins, as an array of SQL takes them. */
    String[] starts() {
        return from.datesUntil(to.plusDays(1))
                .map(date -> startOf(date).toString())
                .toArray(String[]::new);
    }
}
