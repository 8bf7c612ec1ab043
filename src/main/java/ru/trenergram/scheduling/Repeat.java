package ru.trenergram.scheduling;

import ru.trenergram.base.DomainException;

/**
 * That a booking is to be repeated at the same time of the wall clock in the weeks after it.
 *
 * @param weeks how many bookings that makes, the first included
 * @param skipConflicts whether weeks in which it cannot take place are left out instead of refusing everything
 */
public record Repeat(int weeks, boolean skipConflicts) {

    private static final int MIN_WEEKS = 2;
    private static final int MAX_WEEKS = 52;

    /** @throws DomainException {@code validation_failed} */
    void check() {
        if (weeks < MIN_WEEKS) {
            throw DomainException.invalid("repeat.weeks", "min", MIN_WEEKS);
        }
        if (weeks > MAX_WEEKS) {
            throw DomainException.invalid("repeat.weeks", "max", MAX_WEEKS);
        }
    }
}
