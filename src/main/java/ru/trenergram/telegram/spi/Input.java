package ru.trenergram.telegram.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sent, as far as a handler can care. */
public sealed interface Input {

    /** A text message; for a command or {@code /start} payload {@code text} is what follows it. */
    record Text(String text) implements Input {}

    /** A shared contact. It is the sender's own only if {@code own}: anybody's card can be forwarded. */
    record Contact(String phone, boolean own) implements Input {}

    /** A pressed inline button: the arguments behind the action, and the message it sits on. */
    record Press(List<String> arguments, long messageId) implements Input {

        /** The argument at this place, or null when the button is older than the code. */
        public @Nullable String argument(int index) {
            return index < arguments.size() ? arguments.get(index) : null;
        }
    }

    /** Anything else: a sticker, a voice message, a location … */
    record Other(String kind) implements Input {}
}
