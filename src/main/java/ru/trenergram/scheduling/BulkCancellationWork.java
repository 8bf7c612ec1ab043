package ru.trenergram.scheduling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.scheduling.BulkCancellations.Asked;
import ru.trenergram.scheduling.BulkCancellations.Item;

/**
 * Does what {@link BulkCancellations} were asked for. The event stays until all is done, so that another node or the
 * next start goes on after a crash; what has been cancelled already is cancelled for the same person, which changes nothing.
 */
@Component
class BulkCancellationWork {

    private final BulkCancellations bulk;
    private final StaffBookings bookings;

    BulkCancellationWork(BulkCancellations bulk, StaffBookings bookings) {
        this.bulk = bulk;
        this.bookings = bookings;
    }

    /** Without a transaction around it: each booking has its own. */
    @Async
    @TransactionalEventListener
    void on(Asked event) {
        Optional<Item> next = bulk.next(event.id());
        while (next.isPresent()) {
            Item item = next.get();
            bulk.record(event.id(), item.place(), cancel(item));
            next = bulk.next(event.id());
        }
        bulk.finish(event.id(), event.clubId());
    }

    private @Nullable ErrorCode cancel(Item item) {
        try {
            bookings.cancel(
                    item.staffId(), item.clubId(), item.bookingId(), item.version(), item.reason(), SeriesScope.THIS);
            return null;
        } catch (DomainException refusal) {
            return refusal.code();
        }
    }
}
