package ru.trenergram.notifications;

import java.time.Clock;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.reminders.ClientUnreachable;
import ru.trenergram.reminders.Reminder;
import ru.trenergram.reminders.ReminderDue;
import ru.trenergram.reminders.Reminders;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Brings reminders to the client as their new live card, and tells the reminders module what came of them. */
@Component
class ReminderMessages {

    /** How the dedupe keys of reminders begin; the id follows. */
    static final String KEY = "reminder:";

    private final Reminders reminders;
    private final Bookings bookings;
    private final BookingCard card;
    private final Trainers trainers;
    private final Users users;
    private final BotLinks links;
    private final Messenger messenger;
    private final Clock clock;

    ReminderMessages(
            Reminders reminders,
            Bookings bookings,
            BookingCard card,
            Trainers trainers,
            Users users,
            BotLinks links,
            Messenger messenger,
            Clock clock) {
        this.reminders = reminders;
        this.bookings = bookings;
        this.card = card;
        this.trainers = trainers;
        this.users = users;
        this.links = links;
        this.messenger = messenger;
        this.clock = clock;
    }

    static long id(String dedupeKey) {
        return Long.parseLong(dedupeKey.substring(KEY.length()));
    }

    @ApplicationModuleListener
    void on(ReminderDue event) {
        reminders.find(event.reminderId()).ifPresent(this::send);
    }

    @ApplicationModuleListener
    void on(MessageSent event) {
        if (event.dedupeKey().startsWith(KEY)) {
            reminders.delivered(id(event.dedupeKey()), event.at());
        }
    }

    @ApplicationModuleListener
    void on(MessageFailed event) {
        if (event.dedupeKey().startsWith(KEY)) {
            long id = id(event.dedupeKey());
            switch (event.reason()) {
                case UNREACHABLE, REFUSED -> reminders.undeliverable(id);
                case NOT_WANTED -> reminders.withdrawn(id);
            }
        }
    }

    @ApplicationModuleListener
    void on(ClientUnreachable event) {
        String key = "unreachable:" + event.reminderId();
        messenger.send(post(event.bookingId(), Side.TRAINER, "reminder.unreachable", key));
    }

    private void send(Reminder reminder) {
        String headline = switch (reminder.step()) {
            case FIRST -> "reminder.first";
            case SECOND -> "reminder.second";
            case THIRD -> "reminder.third";
            case HEADS_UP -> "reminder.heads_up";
        };
        String key = KEY + reminder.id();
        messenger.send(post(reminder.bookingId(), Side.CLIENT, headline, key).withReceipt());
    }

    private Post post(UUID bookingId, Side to, String headline, String key) {
        BookingInfo booking = bookings.get(bookingId);
        UserInfo trainer = users.get(booking.trainerId());
        UserInfo client = users.get(booking.clientId());
        boolean toTrainer = to == Side.TRAINER;
        UserInfo recipient = toTrainer ? trainer : client;
        String app = toTrainer ? links.trainerApp(trainer.telegramId()) : links.clientApp(client.telegramId());
        Message message = Message.of(card.text(headline, booking, null, recipient, toTrainer ? client : trainer))
                .with(Keyboard.Inline.column(new Button.WebApp(card.openLabel(recipient.language()), app)));
        boolean quiet = trainers.get(trainer.id())
                .quietHours()
                .isQuiet(clock.instant(), recipient.timezone() == null ? booking.zone() : recipient.timezone());
        return Post.of(Bot.MAIN, recipient.telegramId(), message, key)
                .card("booking:" + bookingId)
                .silent(quiet);
    }
}
