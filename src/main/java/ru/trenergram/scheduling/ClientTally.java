package ru.trenergram.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer and a client have had together.
 *
 * @param total all bookings that were not cancelled
 * @param lastVisitAt the start of the last session that took place
 */
public record ClientTally(
        long clientId, int total, int upcoming, @Nullable Instant lastVisitAt) {

    static ClientTally none(long clientId) {
        return new ClientTally(clientId, 0, 0, null);
    }
}
