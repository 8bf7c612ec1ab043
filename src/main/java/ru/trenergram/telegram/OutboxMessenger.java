package ru.trenergram.telegram;

import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;

/** A private chat has the id of its person. */
@Component
class OutboxMessenger implements Messenger {

    private final Outbox outbox;
    private final Payloads payloads;

    OutboxMessenger(Outbox outbox, Payloads payloads) {
        this.outbox = outbox;
        this.payloads = payloads;
    }

    @Override
    public void send(Bot bot, long telegramId, Message message, Priority priority, String dedupeKey) {
        outbox.add(new ChatKey(bot, telegramId), payloads.message(telegramId, message), priority, dedupeKey);
    }
}
