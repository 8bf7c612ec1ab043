package ru.trenergram.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A call of the Bot API as the outbox keeps it.
 *
 * @param payload its JSON; for {@link Method#PHOTO} and {@link Method#DOCUMENT} that of the message without its file
 * @param photo the file
 * @param fileName under which a document arrives
 */
record Outgoing(
        Method method,
        String payload,
        byte @Nullable [] photo,
        @Nullable String fileName) {

    Outgoing(Method method, String payload) {
        this(method, payload, null, null);
    }

    enum Method {
        MESSAGE("sendMessage"),
        PHOTO("sendPhoto"),
        DOCUMENT("sendDocument"),
        EDIT("editMessageText"),
        /** Shows the text of a {@link #MESSAGE} in the live message of a card, whichever that is by then. */
        UPDATE("update"),
        EDIT_KEYBOARD("editMessageReplyMarkup"),
        ANSWER("answerCallbackQuery"),
        COPY("copyMessage"),
        MENU_BUTTON("setChatMenuButton"),
        COMMANDS("setMyCommands");

        private final String wire;

        Method(String wire) {
            this.wire = wire;
        }

        /** Whether once more does no harm. */
        boolean mayComeTwice() {
            return this == MENU_BUTTON || this == COMMANDS;
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
