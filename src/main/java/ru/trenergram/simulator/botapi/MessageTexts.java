package ru.trenergram.simulator.botapi;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a message or the caption of a file, within Telegram's limits. */
final class MessageTexts {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;

    /** Of a text that is not even parsed. */
    private static final int MOST_BYTES = 1 << 15;

    private MessageTexts() {}

    static void putText(ObjectNode content, Parameters parameters) {
        String given = parameters.text("text", "");
        if (given.isEmpty()) {
            throw BotApiException.badRequest("message text is empty");
        }
        var text = read(given, parameters, "entities");
        if (text.text().isEmpty()) {
            throw BotApiException.badRequest("text must be non-empty");
        }
        if (text.characters() > LONGEST_TEXT) {
            throw BotApiException.badRequest("message is too long");
        }
        content.put("text", text.text());
        putEntities(content, "entities", text);
    }

    static void putCaption(ObjectNode content, Parameters parameters) {
        var caption = read(parameters.text("caption", ""), parameters, "caption_entities");
        if (caption.characters() > LONGEST_CAPTION) {
            throw BotApiException.badRequest("message caption is too long");
        }
        if (!caption.text().isEmpty()) {
            content.put("caption", caption.text());
            putEntities(content, "caption_entities", caption);
        }
    }

    private static FormattedText read(String given, Parameters parameters, String entities) {
        if (given.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw BotApiException.badRequest("text is too long");
        }
        @Nullable JsonNode marks = parameters.json(entities, "entities");
        return FormattedText.of(given, parameters.text("parse_mode"), marks);
    }

    private static void putEntities(ObjectNode content, String field, FormattedText text) {
        ArrayNode entities = text.entitiesAsJson();
        if (!entities.isEmpty()) {
            content.set(field, entities);
        }
    }
}
