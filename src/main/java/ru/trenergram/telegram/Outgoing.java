package ru.trenergram.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A call of the Bot API as the outbox keeps it.
 *
 * @param payload its JSON; for {@link Method#PHOTO} that of the message without its photo
 */
record Outgoing(Method method, String payload, byte @Nullable [] photo) {

    enum Method {
        MESSAGE("sendMessage"),
        PHOTO("sendPhoto"),
        EDIT("editMessageText"),
        EDIT_KEYBOARD("editMessageReplyMarkup"),
        ANSWER("answerCallbackQuery"),
        COMMANDS("setMyCommands");

        private final String wire;

        Method(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }

        static Method of(String wire) {
            for (Method method : values()) {
                if (method.wire.equals(wire)) {
                    return method;
                }
            }
            throw new IllegalArgumentException(wire);
        }
    }
}
