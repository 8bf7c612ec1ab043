package ru.trenergram.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    /** A Monday, 12:00 in Moscow. */
    public static final Instant START = Instant.parse("2026-11-30T09:00:00Z");

    private volatile Instant now = START;

    public synchronized void moveTo(Instant instant) {
        now = instant;
    }

    /** Several may do so at once. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
