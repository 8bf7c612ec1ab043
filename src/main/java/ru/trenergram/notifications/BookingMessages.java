package ru.trenergram.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingEvents.BookingCancelled;
import ru.trenergram.scheduling.BookingEvents.BookingConfirmed;
import ru.trenergram.scheduling.BookingEvents.BookingCreated;
import ru.trenergram.scheduling.BookingEvents.BookingDeclined;
import ru.trenergram.scheduling.BookingEvents.BookingMoved;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.SeriesAct;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Who hears of a booking (PRODUCT.md, "Notifications"): the side that did not act, both when the staff or the system
 * did. Of a trainer's booking the client hears nothing at this moment. A message says how the booking stands when it is
 * written: an event may come late. Of what was done to a series at once they hear once.
 */
@Component
class BookingMessages {

    private final Bookings bookings;
    private final BookingCard card;
    private final Messenger messenger;
    private final Users users;
    private final BotLinks links;

    BookingMessages(Bookings bookings, BookingCard card, Messenger messenger, Users users, BotLinks links) {
        this.bookings = bookings;
        this.card = card;
        this.messenger = messenger;
        this.users = users;
        this.links = links;
    }

    @ApplicationModuleListener
    void on(BookingCreated event) {
        SeriesAct act = event.act();
        if (event.by().side() == Side.TRAINER || isToldWithAnother(act)) {
            return;
        }
        boolean agreed = bookings.get(event.bookingId()).status() == BookingStatus.CONFIRMED;
        tellTrainer(event.bookingId(), event.version(), agreed ? "booking.new" : "booking.asked", null, act);
        tellClient(event.bookingId(), event.version(), agreed ? "booking.made" : "booking.waiting", null, act);
    }

    @ApplicationModuleListener
    void on(BookingConfirmed event) {
        if (event.by().side() == Side.CLIENT) {
            tellTrainer(event.bookingId(), event.version(), "booking.confirmed");
        } else {
            tellClient(event.bookingId(), event.version(), "booking.accepted");
        }
    }

    @ApplicationModuleListener
    void on(BookingDeclined event) {
        tellOthers(event.bookingId(), event.version(), event.by().side(), "booking.declined", null);
    }

    @ApplicationModuleListener
    void on(BookingCancelled event) {
        SeriesAct act = event.act();
        if (isToldWithAnother(act)) {
            return;
        }
        String key = act == null ? "booking.cancelled" : "booking.series.cancelled";
        tellOthers(event.bookingId(), event.version(), event.by().side(), key, act);
    }

    /** What matters is the time it left and the one it has now: who moves it twice is told of each step. */
    @ApplicationModuleListener
    void on(BookingMoved event) {
        SeriesAct act = event.act();
        if (isToldWithAnother(act)) {
            return;
        }
        String moved = act == null ? "booking.moved" : "booking.series.moved";
        boolean agreed = bookings.get(event.bookingId()).status() == BookingStatus.CONFIRMED;
        Side actor = event.by().side();
        if (actor != Side.TRAINER) {
            boolean byClient = actor == Side.CLIENT;
            String key = byClient ? (agreed ? "booking.moved_by_client" : "booking.move_asked") : moved;
            tellTrainer(event.bookingId(), event.version(), key, event.from(), act);
        }
        if (actor != Side.CLIENT) {
            tellClient(event.bookingId(), event.version(), moved, event.from(), act);
        }
    }

    private static boolean isToldWithAnother(@Nullable SeriesAct act) {
        return act != null && !act.speaksForAll();
    }

    private void tellOthers(UUID id, int version, Side actor, String key, @Nullable SeriesAct act) {
        if (actor != Side.TRAINER) {
            tellTrainer(id, version, key, null, act);
        }
        if (actor != Side.CLIENT) {
            tellClient(id, version, key, null, act);
        }
    }

    private void tellTrainer(UUID id, int version, String key) {
        tellTrainer(id, version, key, null, null);
    }

    private void tellClient(UUID id, int version, String key) {
        tellClient(id, version, key, null, null);
    }

    /**
     * @param from when it started before it was moved; null when it was not
     * @param act null when nothing else happened with it
     */
    private void tellTrainer(UUID id, int version, String key, @Nullable Instant from, @Nullable SeriesAct act) {
        BookingInfo booking = bookings.get(id);
        UserInfo trainer = users.get(booking.trainerId());
        UserInfo client = users.get(booking.clientId());
        tell(
                trainer,
                card.text(key, booking, from, act, trainer, client),
                links.trainerApp(trainer.telegramId()),
                id,
                version);
    }

    private void tellClient(UUID id, int version, String key, @Nullable Instant from, @Nullable SeriesAct act) {
        BookingInfo booking = bookings.get(id);
        UserInfo client = users.get(booking.clientId());
        UserInfo trainer = users.get(booking.trainerId());
        tell(
                client,
                card.text(key, booking, from, act, client, trainer),
                links.clientApp(client.telegramId()),
                id,
                version);
    }

    private void tell(UserInfo recipient, String html, String app, UUID id, int version) {
        Message message = Message.of(html)
                .with(Keyboard.Inline.column(new Button.WebApp(card.openLabel(recipient.language()), app)));
        messenger.send(
                Bot.MAIN,
                recipient.telegramId(),
                message,
                Priority.TRANSACTIONAL,
                "booking:" + id + ":" + version + ":" + recipient.id());
    }
}
