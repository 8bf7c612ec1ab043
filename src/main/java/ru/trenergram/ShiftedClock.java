package ru.trenergram;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import ru.trenergram.base.TimeShift;

/** The real time and what the application is ahead of it. */
final class ShiftedClock extends Clock {

    private final Clock real;
    private final TimeShift shift;

    ShiftedClock(Clock real, TimeShift shift) {
        this.real = real;
        this.shift = shift;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift.ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(real.withZone(zone), shift);
    }
}
