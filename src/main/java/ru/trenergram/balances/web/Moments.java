package ru.trenergram.balances.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as the API shows and reads them. */
final class Moments {

    private static final long LAST_SECOND = 4_102_444_800L; // 2100

    private Moments() {}

    static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    /** @throws IllegalArgumentException for what is no second of this age */
    static Instant second(String seconds, String nanos) {
        long second = Long.parseLong(seconds);
        long nano = Long.parseLong(nanos);
        if (second < 0 || second > LAST_SECOND || nano < 0 || nano > 999_999_999) {
            throw new IllegalArgumentException("No moment of this age");
        }
        return Instant.ofEpochSecond(second, nano);
    }
}
