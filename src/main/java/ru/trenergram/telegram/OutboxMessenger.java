package ru.trenergram.telegram;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.telegram.Outbox.Revision;
import ru.trenergram.telegram.Outbox.Terms;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;

/** A private chat has the id of its person. */
@Component
class OutboxMessenger implements Messenger {

    /** The Telegram id of who has been erased: there is no chat any more. */
    private static final long NOBODY = 0;

    private final Outbox outbox;
    private final Cards cards;
    private final Payloads payloads;
    private final TransactionTemplate transactions;

    OutboxMessenger(Outbox outbox, Cards cards, Payloads payloads, TransactionTemplate transactions) {
        this.outbox = outbox;
        this.cards = cards;
        this.payloads = payloads;
        this.transactions = transactions;
    }

    @Override
    public void send(Post post) {
        if (post.telegramId() == NOBODY) {
            return;
        }
        var chat = new ChatKey(post.bot(), post.telegramId());
        transactions.executeWithoutResult(_ -> {
            @Nullable Revision revision = post.card() == null ? null : cards.next(chat, post.card());
            Message message = post.content().get();
            if (revision != null) {
                requireText(message);
            }
            var terms = new Terms(post.priority(), post.dedupeKey(), post.notBefore(), post.receipt(), revision);
            outbox.add(chat, payloads.message(chat.chatId(), message, post.silent()), terms);
        });
    }

    @Override
    public void copy(Bot bot, long toChatId, long fromChatId, long messageId, String dedupeKey) {
        if (toChatId == NOBODY) {
            return;
        }
        var terms = new Terms(Priority.TRANSACTIONAL, dedupeKey, null, true, null);
        outbox.add(new ChatKey(bot, toChatId), payloads.copy(toChatId, fromChatId, messageId), terms);
    }

    @Override
    public void update(Bot bot, long telegramId, String card, Supplier<Message> content) {
        update(new ChatKey(bot, telegramId), card, content, null);
    }

    @Override
    public void update(Bot bot, long telegramId, String card, Supplier<Message> content, long messageId) {
        update(new ChatKey(bot, telegramId), card, content, messageId);
    }

    private void update(ChatKey chat, String card, Supplier<Message> content, @Nullable Long pressed) {
        if (chat.chatId() == NOBODY) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            Revision revision = cards.next(chat, card);
            if (pressed != null) {
                cards.press(chat, revision, pressed);
            }
            cards.updated(chat, revision);
            Message message = content.get();
            requireText(message);
            var priority = pressed == null ? Priority.TRANSACTIONAL : Priority.INTERACTIVE;
            String key = "card:" + chat.bot() + ":" + chat.chatId() + ":" + card + ":" + revision.number();
            outbox.add(chat, payloads.update(chat.chatId(), message), new Terms(priority, key, null, false, revision));
        });
    }

    /** Nothing else can be edited in place. */
    private static void requireText(Message message) {
        if (!message.isPlain()) {
            throw new IllegalArgumentException("A card is a text with inline buttons");
        }
    }
}
