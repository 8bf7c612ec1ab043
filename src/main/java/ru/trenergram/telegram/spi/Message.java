package ru.trenergram.telegram.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a person.
 *
 * @param html text in Telegram's HTML subset, at most 4096 characters (1024 under a photo); {@link #escape} what people wrote
 * @param photo a PNG to show above the text, or null
 * @param document a file to show above the text, or null; a message has a photo or a document, not both
 */
public record Message(
        String html,
        @Nullable Keyboard keyboard,
        byte @Nullable [] photo,
        @Nullable Document document) {

    public static Message of(String html) {
        return new Message(html, null, null, null);
    }

    public Message with(Keyboard keyboard) {
        return new Message(html, keyboard, photo, document);
    }

    public Message withPhoto(byte[] png) {
        return new Message(html, keyboard, png, document);
    }

    public Message withDocument(Document file) {
        return new Message(html, keyboard, photo, file);
    }

    /** Whether a text message can be edited into this one. */
    public boolean isPlain() {
        return photo == null && document == null && (keyboard == null || keyboard instanceof Keyboard.Inline);
    }

    /** Makes a person's own words safe inside {@link #html}. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A file that a person keeps; at most {@link #MAX_BYTES}. */
    public record Document(String fileName, byte[] content) {

        /** The largest file that a bot may send (core.telegram.org/bots/api#sending-files). */
        public static final int MAX_BYTES = 50_000_000;

        public Document {
            if (content.length > MAX_BYTES) {
                throw new IllegalArgumentException("A document of " + content.length + " bytes");
            }
        }
    }

    /** The buttons of a message. */
    public sealed interface Keyboard {

        /** Buttons under the message, row by row. */
        record Inline(List<List<Button>> rows) implements Keyboard {

            public static Inline column(Button... buttons) {
                return new Inline(java.util.Arrays.stream(buttons).map(List::of).toList());
            }
        }

        /** The keyboard in place of the letters, row by row. */
        record Reply(List<List<Key>> rows) implements Keyboard {}

        /** Takes a {@link Reply} keyboard away. */
        record Remove() implements Keyboard {}
    }

    /** A button under a message. */
    public sealed interface Button {

        String text();

        /** Comes back as {@link Input.Press}; {@code data} is {@code action:argument:…}, 1–64 bytes. */
        record Callback(String text, String data) implements Button {}

        record Url(String text, String url) implements Button {}

        /** Opens a Mini App. */
        record WebApp(String text, String url) implements Button {}
    }

    /** A key of the reply keyboard. */
    public sealed interface Key {

        String text();

        /** Sends its own text. */
        record Plain(String text) implements Key {}

        /** Sends the person's own phone number, after Telegram has asked them. */
        record ShareContact(String text) implements Key {}
    }
}
