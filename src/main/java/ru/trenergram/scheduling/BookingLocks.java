package ru.trenergram.scheduling;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        return theirs(bookings.lock(id).stream().toList(), by).getFirst();
    }

    /** All bookings of a series, in its order. @throws DomainException {@code not_found}, also when they are not theirs */
    List<Booking> takeSeries(UUID series, Actor by) {
        return theirs(bookings.lockSeries(series), by).stream()
                .sorted(Comparator.comparing(
                        booking -> Objects.requireNonNull(booking.series()).index()))
                .toList();
    }

    private List<Booking> theirs(List<Booking> taken, Actor by) {
        if (taken.isEmpty()) {
            throw DomainException.notFound();
        }
        if (by.side() == Side.STAFF) {
            Set<@Nullable Long> locations = new HashSet<>();
            taken.forEach(booking -> locations.add(booking.locationId()));
            long trainer = taken.getFirst().trainerId(); // a series has but one
            locations.forEach(location -> staffDuty.require(by, location, trainer));
        } else if (by.side() != Side.SYSTEM && !taken.stream().allMatch(booking -> booking.isOf(by))) {
            throw DomainException.notFound();
        }
        return taken;
    }
}
