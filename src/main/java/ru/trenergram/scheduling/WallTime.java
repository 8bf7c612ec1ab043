package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What the clock on a wall shows. A series keeps that from week to week, also over a daylight-saving change. */
record WallTime(LocalDateTime local, ZoneId zone) {

    static WallTime of(Instant moment, ZoneId zone) {
        return new WallTime(LocalDateTime.ofInstant(moment, zone), zone);
    }

    WallTime plusWeeks(int weeks) {
        return new WallTime(local.plusWeeks(weeks), zone);
    }

    WallTime plus(Duration shift) {
        return new WallTime(local.plus(shift), zone);
    }

    Duration until(WallTime other) {
        return Duration.between(local, other.local);
    }

    /** The first of two where the clock shows it twice; where it never does, as much later as the clocks leave out. */
    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    /** Whether the clock shows it at all on that date. */
    boolean exists() {
        return !zone.getRules().getValidOffsets(local).isEmpty();
    }
}
