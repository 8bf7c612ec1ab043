package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import ru.trenergram.base.DomainException;

/** Which moments and dates are taken for an input at all: what lies beyond them is a mistake, not a wish. */
final class Moments {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final Instant FIRST_MOMENT = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2099-12-31T00:00:00Z");

    private Moments() {}

    /** @throws DomainException {@code validation_failed} */
    static void requireWholeMinute(String field, Instant moment) {
        if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT)) {
            throw DomainException.invalid(field, "date_range");
        }
        if (moment.getNano() != 0 || moment.getEpochSecond() % 60 != 0) {
            throw DomainException.invalid(field, "whole_minute");
        }
    }

    /** @throws DomainException {@code validation_failed} */
    static void require(String field, LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw DomainException.invalid(field, "date_range");
        }
    }

    /** @throws DomainException {@code validation_failed} */
    static void requireRange(LocalDate from, LocalDate to, int maxDays) {
        require("from", from);
        require("to", to);
        if (to.isBefore(from)) {
            throw DomainException.invalid("to", "range");
        }
        if (!to.isBefore(from.plusDays(maxDays))) {
            throw DomainException.invalid("to", "too_long", maxDays);
        }
    }
}
