package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;

/**
 * Which of a trainer's bookings are wanted.
 *
 * @param from the earliest start
 * @param before starts are before it
 * @param statuses empty for all
 * @param clientId null for all
 */
public record BookingFilter(
        @Nullable Instant from,
        @Nullable Instant before,
        Set<BookingStatus> statuses,
        @Nullable Long clientId) {

    public BookingFilter(@Nullable Instant from, @Nullable Instant before, Set<BookingStatus> statuses) {
        this(from, before, statuses, null);
    }

    /**
     * Those that start on some days of a zone.
     *
     * @param last is included
     * @throws DomainException {@code validation_failed}
     */
    public static BookingFilter days(
            @Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone, Set<BookingStatus> statuses) {
        if (first != null) {
            Moments.require("from", first);
        }
        if (last != null) {
            Moments.require("to", last);
        }
        if (first != null && last != null && last.isBefore(first)) {
            throw DomainException.invalid("to", "range");
        }
        return new BookingFilter(
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                statuses);
    }

    /** Of those, only the ones with this client. */
    public BookingFilter with(long client) {
        return new BookingFilter(from, before, statuses, client);
    }
}
