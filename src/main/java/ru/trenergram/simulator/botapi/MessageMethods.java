package ru.trenergram.simulator.botapi;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Chat;
import ru.trenergram.simulator.chats.ChatMessage;
import ru.trenergram.simulator.chats.Chats;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.chats.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Sending, editing and deleting messages. */
@Component
@WhenSimulated
class MessageMethods implements Method.Group {

    private static final Duration DELETABLE = Duration.ofHours(48);

    private final ChatAccess access;
    private final Chats chats;
    private final Messages messages;
    private final Photos photos;
    private final Documents documents;
    private final Clock clock;
    private final String ownAddress;

    MessageMethods(
            ChatAccess access,
            Chats chats,
            Messages messages,
            Photos photos,
            Documents documents,
            Clock clock,
            Settings settings) {
        this.access = access;
        this.chats = chats;
        this.messages = messages;
        this.photos = photos;
        this.documents = documents;
        this.clock = clock;
        this.ownAddress = settings.baseUrl();
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of(
                "sendMessage", this::sendMessage,
                "copyMessage", this::copyMessage,
                "sendPhoto", this::sendPhoto,
                "sendDocument", this::sendDocument,
                "editMessageText", this::editMessageText,
                "editMessageCaption", this::editMessageCaption,
                "editMessageReplyMarkup", this::editMessageReplyMarkup,
                "deleteMessage", this::deleteMessage);
    }

    private JsonNode sendMessage(BotAccount bot, Parameters parameters) {
        Chat chat = access.chat(bot, parameters);
        ObjectNode content = Json.object();
        MessageTexts.putText(content, parameters);
        return access.send(bot, chat, content, ReplyMarkup.of(parameters, ownAddress));
    }

    private JsonNode sendPhoto(BotAccount bot, Parameters parameters) {
        Chat chat = access.chat(bot, parameters);
        ObjectNode content = Json.object();
        MessageTexts.putCaption(content, parameters);
        ReplyMarkup markup = ReplyMarkup.of(parameters, ownAddress);
        content.set("photo", photos.receive(bot, parameters));
        return access.send(bot, chat, content, markup);
    }

    private JsonNode sendDocument(BotAccount bot, Parameters parameters) {
        Chat chat = access.chat(bot, parameters);
        ObjectNode content = Json.object();
        MessageTexts.putCaption(content, parameters);
        ReplyMarkup markup = ReplyMarkup.of(parameters, ownAddress);
        content.set("document", documents.receive(bot, parameters));
        return access.send(bot, chat, content, markup);
    }

    private JsonNode copyMessage(BotAccount bot, Parameters parameters) {
        Long from = parameters.number("from_chat_id");
        Chat source = from == null ? null : chats.find(bot.bot(), from).orElse(null);
        if (source == null) {
            throw BotApiException.badRequest("chat not found");
        }
        ObjectNode content =
                find(source, parameters, "message to copy not found").content().deepCopy();
        content.remove("reply_to_message");
        JsonNode copy = access.send(bot, access.chat(bot, parameters), content, ReplyMarkup.of(parameters, ownAddress));
        return Json.object().put("message_id", copy.path("message_id").asLong());
    }

    private JsonNode editMessageText(BotAccount bot, Parameters parameters) {
        ChatMessage message = messageToEdit(bot, parameters);
        if (!message.content().has("text")) {
            throw BotApiException.badRequest("there is no text in the message to edit");
        }
        ObjectNode content = Json.object();
        MessageTexts.putText(content, parameters);
        return edit(bot, message, content, parameters);
    }

    private JsonNode editMessageCaption(BotAccount bot, Parameters parameters) {
        ChatMessage message = messageToEdit(bot, parameters);
        String file = message.content().has("document") ? "document" : "photo";
        if (!message.content().has(file)) {
            throw BotApiException.badRequest("there is no caption in the message to edit");
        }
        ObjectNode content = Json.object();
        content.set(file, message.content().get(file));
        MessageTexts.putCaption(content, parameters);
        return edit(bot, message, content, parameters);
    }

    private JsonNode editMessageReplyMarkup(BotAccount bot, Parameters parameters) {
        ChatMessage message = messageToEdit(bot, parameters);
        return edit(bot, message, message.content(), parameters);
    }

    /** An edit without a keyboard takes the keyboard away, as in Telegram. */
    private JsonNode edit(BotAccount bot, ChatMessage message, ObjectNode content, Parameters parameters) {
        @Nullable JsonNode buttons = switch (ReplyMarkup.of(parameters, ownAddress)) {
            case ReplyMarkup.None none -> null;
            case ReplyMarkup.Inline inline -> inline.markup();
            case ReplyMarkup.Reply reply -> throw BotApiException.badRequest("inline keyboard expected");
        };
        access.requireWritable(message.chat());
        if (content.equals(message.content()) && Objects.equals(buttons, message.buttons())) {
            throw BotApiException.badRequest("message is not modified: specified new message content and reply markup"
                    + " are exactly the same as a current content and reply markup of the message");
        }
        access.admit(message.chat());
        return messages.edit(message, content, buttons, clock.instant()).asTelegram(bot);
    }

    private JsonNode deleteMessage(BotAccount bot, Parameters parameters) {
        if (parameters.text("chat_id", "").isEmpty()) {
            throw BotApiException.badRequest("chat identifier is not specified");
        }
        if (messageId(parameters) == 0) {
            throw BotApiException.badRequest("message identifier is not specified");
        }
        ChatMessage message = find(access.chat(bot, parameters), parameters, "message to delete not found");
        if (message.sentAt().isBefore(clock.instant().minus(DELETABLE))) {
            throw BotApiException.badRequest("message can't be deleted for everyone");
        }
        messages.delete(message);
        return BooleanNode.TRUE;
    }

    private ChatMessage messageToEdit(BotAccount bot, Parameters parameters) {
        if (parameters.text("chat_id", "").isEmpty() && messageId(parameters) == 0) {
            // it could be one of an inline query, which has an identifier of its own
            throw BotApiException.badRequest("message identifier is not specified");
        }
        ChatMessage message = find(access.chat(bot, parameters), parameters, "message to edit not found");
        if (!message.editable()) {
            throw BotApiException.badRequest("message can't be edited");
        }
        return message;
    }

    private ChatMessage find(Chat chat, Parameters parameters, String otherwise) {
        return messages.find(chat, messageId(parameters)).orElseThrow(() -> BotApiException.badRequest(otherwise));
    }

    /** 0 for none, and for what is no number. */
    private static long messageId(Parameters parameters) {
        return Objects.requireNonNullElse(parameters.number("message_id"), 0L);
    }
}
