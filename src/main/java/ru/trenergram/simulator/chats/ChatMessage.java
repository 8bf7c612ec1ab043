package ru.trenergram.simulator.chats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of a chat.
 *
 * @param editable false for what Telegram lets no bot edit: a person's message, one sent with a reply keyboard
 * @param content the fields of Telegram's Message that say what is in it
 * @param buttons the inline keyboard, as {@code reply_markup}
 */
public record ChatMessage(
        Chat chat,
        long messageId,
        boolean fromBot,
        Instant sentAt,
        @Nullable Instant editedAt,
        boolean deleted,
        boolean editable,
        ObjectNode content,
        @Nullable JsonNode buttons) {

    /** Telegram's Message. A reply keyboard never stands in it. */
    public ObjectNode asTelegram(BotAccount bot) {
        ObjectNode message = Json.object().put("message_id", messageId);
        message.set("from", fromBot ? bot.asUser() : chat.asUser());
        message.set("chat", chat.asChat());
        message.put("date", sentAt.getEpochSecond());
        if (editedAt != null) {
            message.put("edit_date", editedAt.getEpochSecond());
        }
        message.setAll(content);
        if (buttons != null) {
            message.set("reply_markup", buttons);
        }
        return message;
    }
}
