package ru.trenergram.clubs;

/** Knows what happens at locations; implemented where bookings are. */
public interface LocationUse {

    /** How many sessions that are not over will be given at a location. */
    int sessionsAhead(long locationId);
}
