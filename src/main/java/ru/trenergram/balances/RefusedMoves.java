package ru.trenergram.balances;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingEvents.BookingCancelled;
import ru.trenergram.scheduling.BookingEvents.BookingDeclined;

/** The only money that goes back by itself: a charged session that the trainer moved and the client did not accept. */
@Component
class RefusedMoves {

    private final Charges charges;

    RefusedMoves(Charges charges) {
        this.charges = charges;
    }

    @ApplicationModuleListener
    void on(BookingDeclined event) {
        charges.giveBack(event.bookingId());
    }

    @ApplicationModuleListener
    void on(BookingCancelled event) {
        charges.giveBack(event.bookingId());
    }
}
