package ru.trenergram.scheduling.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingKey;
import ru.trenergram.scheduling.SeriesScope;

/** Reads what callers send, so that whatever is wrong with it has the name of its field. */
final class Inputs {

    private static final long LAST_SECOND = 4_102_444_800L; // 2100

    private Inputs() {}

    /** A moment: ISO 8601 with an offset. */
    static Instant moment(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw DomainException.invalid(field, "date_time");
        }
    }

    /** A date: ISO 8601 without a time. */
    static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw DomainException.invalid(field, "date");
        }
    }

    static SeriesScope scope(@Nullable String scope) {
        return switch (scope) {
            case null -> SeriesScope.THIS;
            case "this" -> SeriesScope.THIS;
            case "following" -> SeriesScope.FOLLOWING;
            case "all" -> SeriesScope.ALL;
            default -> throw DomainException.invalid("scope", "invalid");
        };
    }

    static String cursor(BookingInfo last) {
        return Cursor.of(last.startsAt().getEpochSecond(), last.id());
    }

    static @Nullable BookingKey bookingKey(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return new BookingKey(second(keys.getFirst(), 0), UUID.fromString(keys.getLast()));
        } catch (IllegalArgumentException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }

    /** @throws IllegalArgumentException for what is no second of this age */
    static Instant second(String seconds, long nanos) {
        long second = Long.parseLong(seconds);
        if (second < 0 || second > LAST_SECOND || nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException("No moment of this age");
        }
        return Instant.ofEpochSecond(second, nanos);
    }
}
