package ru.trenergram.scheduling;

import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** Somebody acted on a version of a booking that is no longer the current one. */
public final class StaleBookingException extends DomainException {

    private final transient BookingInfo current;

    StaleBookingException(BookingInfo current) {
        super(ErrorCode.STALE_VERSION);
        this.current = current;
    }

    public BookingInfo current() {
        return current;
    }
}
