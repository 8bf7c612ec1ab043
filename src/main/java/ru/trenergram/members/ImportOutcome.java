package ru.trenergram.members;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of an uploaded list.
 *
 * @param problem why it does not go in; null when it does
 * @param detail what the problem is about: the value that cannot be read, or what the club has
 */
public record ImportOutcome(
        Kind kind, @Nullable Problem problem, @Nullable String detail) {

    public enum Kind {
        /** Somebody new. */
        ADDED,
        /** Somebody known, of whom it brings something that was missing. */
        COMPLETED,
        /** Somebody known, and nothing new. */
        UNCHANGED,
        /** Somebody known, of whom the club has it otherwise; a person has to decide. */
        CONFLICT,
        /** It cannot be read. */
        WRONG
    }

    public enum Problem {
        NO_NAME,
        NO_PHONE,
        BAD_PHONE,
        BAD_BIRTHDAY,
        BAD_CONSENT,
        TOO_LONG,
        OTHER_NAME,
        OTHER_BIRTHDAY,
        OTHER_CONSENT
    }
}
