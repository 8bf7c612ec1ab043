package ru.trenergram.simulator.chats;

import java.util.Locale;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.node.ObjectNode;

/** A bot's account in the simulated Telegram. */
public record BotAccount(Bot bot, long telegramId, String username, String name, String token) {

    /** Its name in addresses. */
    public String slug() {
        return bot.name().toLowerCase(Locale.ROOT);
    }

    /** As the field {@code from} of a message. */
    public ObjectNode asUser() {
        return Json.object()
                .put("id", telegramId)
                .put("is_bot", true)
                .put("first_name", name)
                .put("username", username);
    }
}
