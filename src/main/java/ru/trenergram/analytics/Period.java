package ru.trenergram.analytics;

import java.time.Instant;
import java.time.LocalDate;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.trainers.TrainerProfile;

/**
 * Some days of a trainer, in their zone.
 *
 * @param to the last date, included; at most {@link #MAX_DAYS} with the first
 */
public record Period(TrainerProfile trainer, LocalDate from, LocalDate to) {

    public static final int MAX_DAYS = 366;

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** @throws DomainException {@code validation_failed} */
    public Period {
        require("from", from);
        require("to", to);
        if (to.isBefore(from)) {
            throw DomainException.invalid("to", "range");
        }
        if (!to.isBefore(from.plusDays(MAX_DAYS))) {
            throw DomainException.invalid("to", "too_long", MAX_DAYS);
        }
    }

    public String fileName(ExportFormat format) {
        return format.fileName(from + "-" + to);
    }

    Instant startsAt() {
        return startOf(from);
    }

    /** Not included. */
    Instant endsAt() {
        return startOf(to.plusDays(1));
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(trainer.timezone()).toInstant();
    }

    private static void require(String field, LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw DomainException.invalid(field, "date_range");
        }
    }
}
