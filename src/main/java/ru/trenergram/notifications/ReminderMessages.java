package ru.trenergram.notifications;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.reminders.ClientUnreachable;
import ru.trenergram.reminders.Reminder;
import ru.trenergram.reminders.ReminderDue;
import ru.trenergram.reminders.Reminders;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.Messenger;

/** Brings reminders to the client as their new live card, and tells the reminders module what came of them. */
@Component
class ReminderMessages {

    /** How the dedupe keys of reminders begin; the id follows. */
    static final String KEY = "reminder:";

    private final Reminders reminders;
    private final BookingCards cards;
    private final Messenger messenger;

    ReminderMessages(Reminders reminders, BookingCards cards, Messenger messenger) {
        this.reminders = reminders;
        this.cards = cards;
        this.messenger = messenger;
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
        messenger.send(cards.post(event.bookingId(), Side.TRAINER, "reminder.unreachable", null, null, key));
    }

    private void send(Reminder reminder) {
        String headline = switch (reminder.step()) {
            case FIRST -> "reminder.first";
            case SECOND -> "reminder.second";
            case THIRD -> "reminder.third";
            case HEADS_UP -> "reminder.heads_up";
        };
        String key = KEY + reminder.id();
        messenger.send(cards.post(reminder.bookingId(), Side.CLIENT, headline, null, null, key)
                .withReceipt());
    }
}
