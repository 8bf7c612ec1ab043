package ru.trenergram.telegram.spi;

import java.util.function.Supplier;

/**
 * Sends messages that are no answer to an update. They are queued in the transaction that runs, and survive restarts.
 * What a crash leaves between sending and writing it down is sent again, unless it is a plain BROADCAST.
 */
public interface Messenger {

    void send(Post post);

    /** @param dedupeKey as in {@link Post} */
    default void send(Bot bot, long telegramId, Message message, Priority priority, String dedupeKey) {
        send(Post.of(bot, telegramId, message, dedupeKey).priority(priority));
    }

    /**
     * Copies somebody's message into another chat, as if the bot had sent it; a receipt tells what came of it.
     *
     * @param dedupeKey as in {@link Post}
     */
    void copy(Bot bot, long toChatId, long fromChatId, long messageId, String dedupeKey);

    /**
     * Edits the live message of a card in place; does nothing where there is none and none is on its way. Of several quick
     * updates only the last one counts. A live message that the person has deleted is sent anew, without a sound.
     *
     * @param card as in {@link Post}
     * @param content a text with or without inline buttons, asked as in {@link Post}
     */
    void update(Bot bot, long telegramId, String card, Supplier<Message> content);

    /**
     * The same in answer to a button of the card: the message that it sits on is the live one from now on.
     *
     * @param messageId of {@link Input.Press}
     */
    void update(Bot bot, long telegramId, String card, Supplier<Message> content, long messageId);

    /** What may overtake what, most urgent first. */
    enum Priority {
        INTERACTIVE,
        TRANSACTIONAL,
        BROADCAST
    }
}
