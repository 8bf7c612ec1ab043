package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/** What a new booking amounts to once the trainer's settings have filled in what was left open. */
record BookingTerms(
        Span time,
        Money price,
        int chargeHoursBefore,
        @Nullable Long locationId,
        @Nullable String note,
        boolean outsideWorkingHours) {

    /** The same at another time. */
    BookingTerms at(Span other, boolean outside) {
        return new BookingTerms(other, price, chargeHoursBefore, locationId, note, outside);
    }

    /** PRODUCT.md, "Money between client and trainer". */
    Instant chargeAt() {
        return time.startsAt().minus(Duration.ofHours(chargeHoursBefore));
    }
}
