package ru.trenergram.telegram.spi;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Messenger.Priority;

/**
 * A message on its way to a person, and how it is to travel. Begin with {@link #of}.
 *
 * @param content what it says; asked once, in the transaction that queues it, and under the lock of the card where there
 *     is one: read the facts in there, and the card never shows older ones after newer ones
 * @param dedupeKey names the occasion, over all modules and bots ({@code booking:42:created:trainer}); a second message
 *     with the same key is dropped
 * @param card what the message becomes the live message of, for this chat and bot ({@code booking:42}). Once it was sent,
 *     the former live message loses its buttons
 * @param silent arrives without a sound
 * @param receipt whether {@link MessageSent} or {@link MessageFailed} is published when the outcome is known
 * @param notBefore waits until then; null to go at once
 */
public record Post(
        Bot bot,
        long telegramId,
        Supplier<Message> content,
        String dedupeKey,
        Priority priority,
        @Nullable String card,
        boolean silent,
        boolean receipt,
        @Nullable Instant notBefore) {

    /** TRANSACTIONAL, with a sound, at once, of no card and without a receipt. */
    public static Post of(Bot bot, long telegramId, Supplier<Message> content, String dedupeKey) {
        return new Post(bot, telegramId, content, dedupeKey, Priority.TRANSACTIONAL, null, false, false, null);
    }

    public static Post of(Bot bot, long telegramId, Message message, String dedupeKey) {
        return of(bot, telegramId, () -> message, dedupeKey);
    }

    public Post priority(Priority priority) {
        return new Post(bot, telegramId, content, dedupeKey, priority, card, silent, receipt, notBefore);
    }

    public Post card(String card) {
        return new Post(bot, telegramId, content, dedupeKey, priority, card, silent, receipt, notBefore);
    }

    public Post silent(boolean silent) {
        return new Post(bot, telegramId, content, dedupeKey, priority, card, silent, receipt, notBefore);
    }

    public Post withReceipt() {
        return new Post(bot, telegramId, content, dedupeKey, priority, card, silent, true, notBefore);
    }

    public Post notBefore(Instant moment) {
        return new Post(bot, telegramId, content, dedupeKey, priority, card, silent, receipt, moment);
    }
}
