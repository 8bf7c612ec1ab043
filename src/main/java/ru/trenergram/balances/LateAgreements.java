package ru.trenergram.balances;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingEvents.BookingCompleted;
import ru.trenergram.scheduling.BookingEvents.BookingConfirmed;
import ru.trenergram.scheduling.BookingEvents.BookingCreated;
import ru.trenergram.scheduling.BookingEvents.BookingMoved;

/** What is agreed after its charge moment is charged at once; {@link ChargeJob} would do it within a minute. */
@Component
class LateAgreements {

    private final Charges charges;

    LateAgreements(Charges charges) {
        this.charges = charges;
    }

    @ApplicationModuleListener
    void on(BookingCreated event) {
        charges.charge(event.bookingId());
    }

    @ApplicationModuleListener
    void on(BookingConfirmed event) {
        charges.charge(event.bookingId());
    }

    @ApplicationModuleListener
    void on(BookingMoved event) {
        charges.charge(event.bookingId());
    }

    @ApplicationModuleListener
    void on(BookingCompleted event) {
        charges.charge(event.bookingId());
    }
}
