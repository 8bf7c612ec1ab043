package ru.trenergram.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.BalanceChanged;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.scheduling.BookingEvents;
import ru.trenergram.scheduling.BookingEvents.BookingCancelled;
import ru.trenergram.scheduling.BookingEvents.BookingCompleted;
import ru.trenergram.scheduling.BookingEvents.BookingConfirmed;
import ru.trenergram.scheduling.BookingEvents.BookingCreated;
import ru.trenergram.scheduling.BookingEvents.BookingDeclined;
import ru.trenergram.scheduling.BookingEvents.BookingEdited;
import ru.trenergram.scheduling.BookingEvents.BookingMarkedNoShow;
import ru.trenergram.scheduling.BookingEvents.BookingMoved;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.SeriesAct;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Messenger;

/**
 * Who hears of a booking (PRODUCT.md, "Notifications"): the side that did not act, both when the staff or the system did.
 * The cards of all others are edited in place. Of a trainer's booking the client hears nothing at this moment. Of what
 * was done to several sessions of a series at once they hear once.
 *
 * <p>The trainer's card always comes before the client's, so that two listeners never wait for each other.
 */
@Component
class BookingMessages {

    private final Bookings bookings;
    private final Balances balances;
    private final BookingCards cards;
    private final Messenger messenger;

    BookingMessages(Bookings bookings, Balances balances, BookingCards cards, Messenger messenger) {
        this.bookings = bookings;
        this.balances = balances;
        this.cards = cards;
        this.messenger = messenger;
    }

    @ApplicationModuleListener
    void on(BookingCreated event) {
        Side actor = event.by().side();
        if (actor == Side.TRAINER || isToldWithAnother(event)) {
            return;
        }
        BookingInfo booking = bookings.get(event.bookingId());
        boolean agreed = booking.status() == BookingStatus.CONFIRMED;
        if (actor == Side.CLIENT) {
            tell(Side.TRAINER, event, agreed ? "booking.new" : "booking.asked");
            tell(Side.CLIENT, event, agreed ? "booking.made" : "booking.waiting");
        } else {
            tell(Side.TRAINER, event, "booking.new");
            tell(Side.CLIENT, event, "booking.offered");
        }
    }

    @ApplicationModuleListener
    void on(BookingConfirmed event) {
        switch (event.by().side()) {
            case CLIENT -> {
                tell(Side.TRAINER, event, "booking.confirmed");
                update(Side.CLIENT, event);
            }
            case TRAINER -> {
                update(Side.TRAINER, event);
                tell(Side.CLIENT, event, "booking.accepted");
            }
            case STAFF, SYSTEM -> {
                tell(Side.TRAINER, event, "booking.accepted_by_club");
                tell(Side.CLIENT, event, "booking.accepted_by_club");
            }
        }
    }

    @ApplicationModuleListener
    void on(BookingDeclined event) {
        tellTheOther(event, "booking.declined", "booking.declined", null);
    }

    @ApplicationModuleListener
    void on(BookingCancelled event) {
        String headline = event.act() == null ? "booking.cancelled" : "booking.series.cancelled";
        tellTheOther(event, headline, headline, null);
    }

    /** What matters is the time it left and the one it has now: who moves it twice is told of each step. */
    @ApplicationModuleListener
    void on(BookingMoved event) {
        String moved = event.act() == null ? "booking.moved" : "booking.series.moved";
        boolean agreed = bookings.get(event.bookingId()).status() == BookingStatus.CONFIRMED;
        String toTrainer =
                event.by().side() != Side.CLIENT ? moved : agreed ? "booking.moved_by_client" : "booking.move_asked";
        tellTheOther(event, toTrainer, moved, event.from());
    }

    @ApplicationModuleListener
    void on(BookingEdited event) {
        updateBoth(event);
    }

    @ApplicationModuleListener
    void on(BookingCompleted event) {
        updateBoth(event);
    }

    @ApplicationModuleListener
    void on(BookingMarkedNoShow event) {
        updateBoth(event);
    }

    /** The message about the money itself is no card: it stays as it was written. */
    @ApplicationModuleListener
    void on(BalanceChanged event) {
        LedgerEntry entry = balances.entry(event.entryId());
        if (entry.bookingId() != null) {
            cards.update(entry.bookingId(), Side.TRAINER);
            cards.update(entry.bookingId(), Side.CLIENT);
        }
    }

    private void tellTheOther(BookingEvents event, String toTrainer, String toClient, @Nullable Instant from) {
        if (isToldWithAnother(event)) {
            updateBoth(event);
            return;
        }
        Side actor = event.by().side();
        if (actor == Side.TRAINER) {
            update(Side.TRAINER, event);
        } else {
            tell(Side.TRAINER, event, toTrainer, from);
        }
        if (actor == Side.CLIENT) {
            update(Side.CLIENT, event);
        } else {
            tell(Side.CLIENT, event, toClient, from);
        }
    }

    private static boolean isToldWithAnother(BookingEvents event) {
        SeriesAct act = event.act();
        return act != null && !act.speaksForAll();
    }

    private void updateBoth(BookingEvents event) {
        update(Side.TRAINER, event);
        update(Side.CLIENT, event);
    }

    private void update(Side of, BookingEvents event) {
        cards.update(event.bookingId(), of);
    }

    private void tell(Side to, BookingEvents event, String headline) {
        tell(to, event, headline, null);
    }

    private void tell(Side to, BookingEvents event, String headline, @Nullable Instant from) {
        String key = "booking:" + event.bookingId() + ":" + event.version() + ":" + to;
        messenger.send(cards.post(event.bookingId(), to, headline, from, event.act(), key));
    }
}
