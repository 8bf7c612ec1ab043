/**
 * The transport to Telegram. It knows no business.
 *
 * <p>In: {@code Receiver} (one a bot over all nodes, see {@code Leases}) polls, or keeps a webhook set, by which
 * {@code Webhooks} hears on every node; what comes is stored in {@code telegram_update};
 * {@code Dispatcher} wakes the chats, {@code Turns} takes a chat's next update in one transaction, {@code Conversation}
 * lets the module that it belongs to answer. Out: answers and {@code Messenger}'s messages are rows of
 * {@code telegram_outbox}; {@code Sender} (one a bot too) sends them, {@code Postman} writes down what came of it;
 * {@code Cards} knows which message of a chat is live.
 */
@ApplicationModule(
        displayName = "Telegram",
        allowedDependencies = {"base"})
@NullMarked
package ru.trenergram.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
