package ru.trenergram.balances;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingCharges;
import ru.trenergram.scheduling.BookingCharges.Charged;

/**
 * Charges sessions when they are due. A booking is marked and its entry written in one transaction, under the booking's
 * lock: a cancellation comes either before, and nothing is charged, or after, and the money stays.
 */
@Service
@Transactional
class Charges {

    /** Two runs at once lock the pairs in one order, and so never wait for each other in a ring. */
    private static final Comparator<Charged> BY_PAIR =
            Comparator.comparingLong(Charged::trainerId).thenComparingLong(Charged::clientId);

    private final BookingCharges bookings;
    private final Ledger ledger;

    Charges(BookingCharges bookings, Ledger ledger) {
        this.bookings = bookings;
        this.ledger = ledger;
    }

    /** Charges at most {@code limit} of the bookings that are due, and returns their number. */
    int chargeDue(int limit, UUID... except) {
        List<Charged> due = bookings.takeDue(limit, except);
        due.stream().sorted(BY_PAIR).forEach(this::enter);
        return due.size();
    }

    /** Names what {@link #chargeDue} would charge. */
    List<UUID> due(int limit, UUID... except) {
        return bookings.due(limit, except);
    }

    /** Charges a booking if it is due. */
    void charge(UUID bookingId) {
        bookings.take(bookingId).ifPresent(this::enter);
    }

    /** Returns the charge of a session that the trainer moved and the client did not accept; once. */
    void giveBack(UUID bookingId) {
        bookings.takeBack(bookingId)
                .ifPresent(booking -> ledger.append(
                        booking.trainerId(),
                        booking.clientId(),
                        EntryKind.ADJUSTMENT,
                        booking.price(),
                        booking.bookingId(),
                        new EntryReason.MoveNotAccepted()));
    }

    private void enter(Charged booking) {
        ledger.append(
                booking.trainerId(),
                booking.clientId(),
                EntryKind.CHARGE,
                Money.rubles(-booking.price().amount()),
                booking.bookingId(),
                new SessionCharged(
                        booking.hoursBefore(), booking.chargeAt(), booking.startsAt(), booking.agreedLater()));
    }
}
