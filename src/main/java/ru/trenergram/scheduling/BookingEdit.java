package ru.trenergram.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * What is to be different about a booking; null leaves a thing as it is.
 *
 * @param startsAt another start is a move, which the other side has to hear of and perhaps to agree to
 * @param note blank takes the note away
 */
public record BookingEdit(
        @Nullable Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Money price,
        @Nullable String note) {

    BookingEdit startingAt(@Nullable Instant start) {
        return new BookingEdit(start, minutes, price, note);
    }

    public static BookingEdit moveTo(Instant startsAt) {
        return new BookingEdit(startsAt, null, null, null);
    }
}
