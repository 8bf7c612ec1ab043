package ru.trenergram.scheduling;

/** Whose hand is in a change of a booking. */
public enum Side {
    TRAINER,
    CLIENT,
    /** An owner or manager of the club at whose location the booking is; acts for the trainer. */
    STAFF,
    /** A rule of the product that fell due. */
    SYSTEM;

    /** Whether this is what a booking awaits. */
    boolean answersFor(Side awaited) {
        return this == awaited || (this == STAFF && awaited == TRAINER);
    }

    boolean onTrainersSide() {
        return this == TRAINER || this == STAFF;
    }
}
