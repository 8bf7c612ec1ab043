package ru.trenergram.notifications;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.SeriesAct;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * The live cards of bookings (PRODUCT.md, "Notifications"): one in the chat of its trainer and one in that of its client,
 * which say how the booking stands when they are written, whatever event came late.
 */
@Service
@Transactional
public class BookingCards {

    private final Bookings bookings;
    private final Users users;
    private final BookingCard card;
    private final BookingButtons buttons;
    private final QuietTime quietTime;
    private final Messenger messenger;

    BookingCards(
            Bookings bookings,
            Users users,
            BookingCard card,
            BookingButtons buttons,
            QuietTime quietTime,
            Messenger messenger) {
        this.bookings = bookings;
        this.users = users;
        this.card = card;
        this.buttons = buttons;
        this.quietTime = quietTime;
        this.messenger = messenger;
    }

    /**
     * A new message that is to become the live card, for {@link Messenger#send}.
     *
     * @param to TRAINER or CLIENT
     * @param headline key of its first line
     * @param from when it started before it was moved; null when it was not
     * @param act when other bookings of its series went with it; null when none did
     */
    Post post(
            UUID bookingId,
            Side to,
            String headline,
            @Nullable Instant from,
            @Nullable SeriesAct act,
            String dedupeKey) {
        BookingView view = view(bookingId, to);
        Supplier<Message> content = () -> {
            BookingView current = view(bookingId, to);
            return Message.of(card.text(headline, current, from, act)).with(buttons.of(current));
        };
        return Post.of(Bot.MAIN, view.recipient().telegramId(), content, dedupeKey)
                .card(name(bookingId))
                .silent(quietTime.isNowFor(view.recipient(), view.booking().trainerId()));
    }

    /** Shows the booking in a new message, which is the live card from now on. */
    public void open(UUID bookingId, Side by) {
        String once = "booking-opened:" + UUID.randomUUID();
        messenger.send(post(bookingId, by, "booking.card", null, null, once)
                .priority(Priority.INTERACTIVE)
                .silent(false));
    }

    /** Edits the card of one side in place; nothing happens where there is none. */
    void update(UUID bookingId, Side of) {
        messenger.update(Bot.MAIN, reader(bookingId, of), name(bookingId), () -> plain(view(bookingId, of)));
    }

    /** Shows how the booking stands in the message on which a button of the card was pressed. */
    public void update(UUID bookingId, Side of, long messageId) {
        messenger.update(Bot.MAIN, reader(bookingId, of), name(bookingId), () -> plain(view(bookingId, of)), messageId);
    }

    /** Asks there whether to give the session up, if that can still be done. */
    public void askToGiveUp(UUID bookingId, Side of, long messageId) {
        Supplier<Message> content = () -> {
            BookingView view = view(bookingId, of);
            return buttons.mayGiveUp(view) ? Message.of(card.question(view)).with(buttons.yesOrNo(view)) : plain(view);
        };
        messenger.update(Bot.MAIN, reader(bookingId, of), name(bookingId), content, messageId);
    }

    private Message plain(BookingView view) {
        return Message.of(card.text("booking.card", view, null, null)).with(buttons.of(view));
    }

    private long reader(UUID bookingId, Side side) {
        return view(bookingId, side).recipient().telegramId();
    }

    private BookingView view(UUID bookingId, Side side) {
        BookingInfo booking = bookings.get(bookingId);
        UserInfo trainer = users.get(booking.trainerId());
        UserInfo client = users.get(booking.clientId());
        return side == Side.TRAINER
                ? new BookingView(booking, side, trainer, client)
                : new BookingView(booking, side, client, trainer);
    }

    private static String name(UUID bookingId) {
        return "booking:" + bookingId;
    }
}
