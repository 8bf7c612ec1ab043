package ru.trenergram.scheduling;

import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;

/** Takes a booking in hand for somebody who may act on it: others wait until the transaction ends. */
@Component
class BookingLocks {

    private final BookingRepository bookings;
    private final StaffDuty staffDuty;

    BookingLocks(BookingRepository bookings, StaffDuty staffDuty) {
        this.bookings = bookings;
        this.staffDuty = staffDuty;
    }

    /** @throws DomainException {@code not_found}, also when it is not theirs */
    Booking take(UUID id, Actor by) {
        Booking booking = bookings.lock(id).orElseThrow(DomainException::notFound);
        if (by.side() == Side.STAFF) {
            staffDuty.require(by, booking.locationId());
        } else if (by.side() != Side.SYSTEM && !booking.isOf(by)) {
            throw DomainException.notFound();
        }
        return booking;
    }
}
