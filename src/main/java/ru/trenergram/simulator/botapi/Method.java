package ru.trenergram.simulator.botapi;

import java.util.Map;
import ru.trenergram.simulator.chats.BotAccount;
import tools.jackson.databind.JsonNode;

/** A method of the Bot API; returns its {@code result}. */
@FunctionalInterface
interface Method {

    JsonNode call(BotAccount bot, Parameters parameters);

    /** Methods that belong together, by their names as Telegram spells them. */
    interface Group {
        Map<String, Method> methods();

        /** Whether a call is one transaction; a method that waits is not. */
        default boolean transactional() {
            return true;
        }
    }
}
