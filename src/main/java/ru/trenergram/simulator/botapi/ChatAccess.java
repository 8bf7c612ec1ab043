package ru.trenergram.simulator.botapi;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Chat;
import ru.trenergram.simulator.chats.Chats;
import ru.trenergram.simulator.chats.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the chat that a bot names, and lets the bot write into it if it may. */
@Component
@WhenSimulated
class ChatAccess {

    private final Chats chats;
    private final Messages messages;
    private final FloodControl flood;
    private final Clock clock;

    ChatAccess(Chats chats, Messages messages, FloodControl flood, Clock clock) {
        this.chats = chats;
        this.messages = messages;
        this.flood = flood;
        this.clock = clock;
    }

    /** The chat, locked. */
    Chat chat(BotAccount bot, Parameters parameters) {
        if (parameters.text("chat_id", "").isBlank()) {
            throw BotApiException.badRequest("chat_id is empty");
        }
        Long id = parameters.number("chat_id");
        if (id == null) {
            throw BotApiException.badRequest("chat not found");
        }
        return chats.lock(bot.bot(), id).orElseThrow(() -> BotApiException.badRequest("chat not found"));
    }

    /** Adds a message; returns Telegram's Message. */
    ObjectNode send(BotAccount bot, Chat chat, ObjectNode content, ReplyMarkup markup) {
        requireWritable(chat);
        flood.admit(chat);
        @Nullable JsonNode buttons = null;
        boolean editable = true;
        switch (markup) {
            case ReplyMarkup.None none -> {}
            case ReplyMarkup.Inline inline -> buttons = inline.markup();
            case ReplyMarkup.Reply reply -> {
                chats.showReplyKeyboard(chat, reply.markup());
                editable = false;
            }
        }
        return messages.add(chat, true, editable, content, buttons, clock.instant())
                .asTelegram(bot);
    }

    /** Whether there may be one message more, or one edit. */
    void admit(Chat chat) {
        requireWritable(chat);
        flood.admit(chat);
    }

    void requireWritable(Chat chat) {
        if (chat.blocked()) {
            throw BotApiException.forbidden("bot was blocked by the user");
        }
        if (!chat.started()) {
            throw BotApiException.forbidden("bot can't initiate conversation with a user");
        }
    }
}
