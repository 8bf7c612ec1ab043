package ru.trenergram.clubs;

import java.util.OptionalInt;

/**
 * How many trainers a club has, and may have.
 *
 * @param limit of the tariff; empty when it has none
 * @param active who work there
 * @param applied who wait for an answer
 */
public record TrainerPlaces(OptionalInt limit, int active, int applied) {

    /** Whether so many more could be approved. */
    public boolean hasRoomFor(int more) {
        return limit.isEmpty() || active + more <= limit.getAsInt();
    }
}
