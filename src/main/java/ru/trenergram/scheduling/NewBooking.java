package ru.trenergram.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * A wish to book; null leaves a choice to the trainer's settings.
 *
 * @param trainerId user id, like {@code clientId}
 * @param locationId one of the trainer's locations; null takes the only one, if there is only one
 */
public record NewBooking(
        long trainerId,
        long clientId,
        Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Money price,
        @Nullable String note,
        @Nullable Long locationId) {

    public static NewBooking at(long trainerId, long clientId, Instant startsAt) {
        return new NewBooking(trainerId, clientId, startsAt, null, null, null, null);
    }

    /** Whether it sets what only the trainer's side may set. */
    boolean setsTerms() {
        return minutes != null || price != null || note != null || locationId != null;
    }
}
