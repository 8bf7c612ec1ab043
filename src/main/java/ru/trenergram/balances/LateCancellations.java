package ru.trenergram.balances;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingCharges.LastCall;

/** A client who cancels after the charge moment pays, also when {@link ChargeJob} has not come by since. */
@Component
class LateCancellations {

    private final Charges charges;

    LateCancellations(Charges charges) {
        this.charges = charges;
    }

    @EventListener
    void on(LastCall cancellation) {
        charges.charge(cancellation.bookingId());
    }
}
