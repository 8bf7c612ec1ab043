package ru.trenergram.simulator.chats;

import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The private chat of a person and a bot.
 *
 * @param started whether the person has written first, so that the bot may write
 * @param change of the newest thing that changed in the chat
 * @param replyKeyboard the keyboard in place of the letters, as the bot last set it
 */
public record Chat(
        Bot bot,
        SimulatedPerson person,
        boolean started,
        boolean blocked,
        long change,
        long readMessageId,
        @Nullable JsonNode replyKeyboard) {

    public long personId() {
        return person.telegramId();
    }

    /** As the field {@code chat} of a message. */
    ObjectNode asChat() {
        ObjectNode chat = Json.object().put("id", personId()).put("first_name", person.firstName());
        names(chat);
        return chat.put("type", "private");
    }

    /** As the field {@code from} of a message. */
    ObjectNode asUser() {
        ObjectNode user =
                Json.object().put("id", personId()).put("is_bot", false).put("first_name", person.firstName());
        names(user);
        return user.put("language_code", person.languageCode());
    }

    private void names(ObjectNode node) {
        if (person.lastName() != null) {
            node.put("last_name", person.lastName());
        }
        if (person.username() != null) {
            node.put("username", person.username());
        }
    }
}
