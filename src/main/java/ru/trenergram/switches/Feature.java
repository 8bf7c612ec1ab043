package ru.trenergram.switches;

/** What can be switched off. The order is that of the sentences of {@code error.switched_off}. */
public enum Feature {
    /** Somebody becomes a trainer. */
    TRAINER_REGISTRATION,
    /** A club applies to be on the platform. */
    CLUB_APPLICATION,
    /** Clients book and move by themselves. */
    SELF_BOOKING
}
