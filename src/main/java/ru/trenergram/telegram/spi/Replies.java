package ru.trenergram.telegram.spi;

import org.jspecify.annotations.Nullable;

/**
 * Hears of messages that answer one of the bot's, in groups too. All beans of this type are asked in turn, before dialogs
 * and keys, inside the transaction of the update.
 */
public interface Replies {

    /** @return whether it was meant for this module; nobody else is then asked */
    boolean take(Reply reply);

    /**
     * An answer to a message of the bot.
     *
     * @param chatId of the group, or of the person
     * @param answeredId the message that it answers
     * @param text null for anything but a text
     */
    record Reply(
            Bot bot,
            long chatId,
            long messageId,
            long answeredId,
            @Nullable String text) {}
}
