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

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final Duration DELETABLE = Duration.ofHours(48);

    private final Chats chats;
    private final Messages messages;
    private final Photos photos;
    private final Documents documents;
    private final FloodControl flood;
    private final Clock clock;
    private final String ownAddress;

    MessageMethods(
            Chats chats,
            Messages messages,
            Photos photos,
            Documents documents,
            FloodControl flood,
            Clock clock,
            Settings settings) {
        this.chats = chats;
        this.messages = messages;
        this.photos = photos;
        this.documents = documents;
        this.flood = flood;
        this.clock = clock;
        this.ownAddress = settings.baseUrl();
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of(
                "sendmessage", this::sendMessage,
                "copymessage", this::copyMessage,
                "sendphoto", this::sendPhoto,
                "senddocument", this::sendDocument,
                "editmessagetext", this::editMessageText,
                "editmessagecaption", this::editMessageCaption,
                "editmessagereplymarkup", this::editMessageReplyMarkup,
                "deletemessage", this::deleteMessage);
    }

    private JsonNode sendMessage(BotAccount bot, Parameters parameters) {
        Chat chat = chat(bot, parameters);
        ObjectNode content = Json.object();
        putText(content, text(parameters));
        return send(bot, chat, content, ReplyMarkup.of(parameters, ownAddress));
    }

    private JsonNode sendPhoto(BotAccount bot, Parameters parameters) {
        Chat chat = chat(bot, parameters);
        ObjectNode content = Json.object();
        putCaption(content, caption(parameters));
        ReplyMarkup markup = ReplyMarkup.of(parameters, ownAddress);
        content.set("photo", photos.receive(bot, parameters));
        return send(bot, chat, content, markup);
    }

    private JsonNode sendDocument(BotAccount bot, Parameters parameters) {
        Chat chat = chat(bot, parameters);
        ObjectNode content = Json.object();
        putCaption(content, caption(parameters));
        ReplyMarkup markup = ReplyMarkup.of(parameters, ownAddress);
        content.set("document", documents.receive(bot, parameters));
        return send(bot, chat, content, markup);
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
        JsonNode copy = send(bot, chat(bot, parameters), content, ReplyMarkup.of(parameters, ownAddress));
        return Json.object().put("message_id", copy.path("message_id").asLong());
    }

    private JsonNode send(BotAccount bot, Chat chat, ObjectNode content, ReplyMarkup markup) {
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

    private JsonNode editMessageText(BotAccount bot, Parameters parameters) {
        ChatMessage message = messageToEdit(bot, parameters);
        if (!message.content().has("text")) {
            throw BotApiException.badRequest("there is no text in the message to edit");
        }
        ObjectNode content = Json.object();
        putText(content, text(parameters));
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
        putCaption(content, caption(parameters));
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
        requireWritable(message.chat());
        if (content.equals(message.content()) && Objects.equals(buttons, message.buttons())) {
            throw BotApiException.badRequest("message is not modified: specified new message content and reply markup"
                    + " are exactly the same as a current content and reply markup of the message");
        }
        flood.admit(message.chat());
        return messages.edit(message, content, buttons, clock.instant()).asTelegram(bot);
    }

    private JsonNode deleteMessage(BotAccount bot, Parameters parameters) {
        Chat chat = chat(bot, parameters);
        ChatMessage message = find(chat, parameters, "message to delete not found");
        if (message.sentAt().isBefore(clock.instant().minus(DELETABLE))) {
            throw BotApiException.badRequest("message can't be deleted for everyone");
        }
        messages.delete(message);
        return BooleanNode.TRUE;
    }

    private ChatMessage messageToEdit(BotAccount bot, Parameters parameters) {
        Chat chat = chat(bot, parameters);
        ChatMessage message = find(chat, parameters, "message to edit not found");
        if (!message.editable()) {
            throw BotApiException.badRequest("message can't be edited");
        }
        return message;
    }

    private ChatMessage find(Chat chat, Parameters parameters, String otherwise) {
        Long id = parameters.number("message_id");
        if (id == null) {
            throw BotApiException.badRequest("message identifier is not specified");
        }
        return messages.find(chat, id).orElseThrow(() -> BotApiException.badRequest(otherwise));
    }

    private Chat chat(BotAccount bot, Parameters parameters) {
        String given = parameters.text("chat_id", "");
        if (given.isBlank()) {
            throw BotApiException.badRequest("chat_id is empty");
        }
        Long id = parameters.number("chat_id");
        if (id == null) {
            throw BotApiException.badRequest("chat not found");
        }
        return chats.lock(bot.bot(), id).orElseThrow(() -> BotApiException.badRequest("chat not found"));
    }

    private static void requireWritable(Chat chat) {
        if (chat.blocked()) {
            throw BotApiException.forbidden("bot was blocked by the user");
        }
        if (!chat.started()) {
            throw BotApiException.forbidden("bot can't initiate conversation with a user");
        }
    }

    private static FormattedText text(Parameters parameters) {
        var text = FormattedText.of(
                parameters.text("text", ""), parameters.text("parse_mode"), parameters.json("entities", "entities"));
        if (text.text().isEmpty()) {
            throw BotApiException.badRequest("message text is empty");
        }
        if (text.characters() > LONGEST_TEXT) {
            throw BotApiException.badRequest("message is too long");
        }
        return text;
    }

    private static FormattedText caption(Parameters parameters) {
        var caption = FormattedText.of(
                parameters.text("caption", ""),
                parameters.text("parse_mode"),
                parameters.json("caption_entities", "entities"));
        if (caption.characters() > LONGEST_CAPTION) {
            throw BotApiException.badRequest("message caption is too long");
        }
        return caption;
    }

    private static void putText(ObjectNode content, FormattedText text) {
        content.put("text", text.text());
        putEntities(content, "entities", text);
    }

    private static void putCaption(ObjectNode content, FormattedText caption) {
        if (!caption.text().isEmpty()) {
            content.put("caption", caption.text());
            putEntities(content, "caption_entities", caption);
        }
    }

    private static void putEntities(ObjectNode content, String field, FormattedText text) {
        var entities = text.entitiesAsJson();
        if (!entities.isEmpty()) {
            content.set(field, entities);
        }
    }
}
