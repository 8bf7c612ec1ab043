package ru.trenergram.trainers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * One client of one trainer.
 *
 * @param price agreed with this client, or null for the trainer's own
 * @param recentAt when the client joined or was last booked
 */
public record RosterEntry(
        long trainerId,
        long clientId,
        @Nullable Money price,
        @Nullable String note,
        boolean archived,
        Instant recentAt,
        int version) {

    /** At which the client books with the trainer of this entry. */
    public Money priceWith(TrainerProfile trainer) {
        return price == null ? trainer.price() : price;
    }
}
