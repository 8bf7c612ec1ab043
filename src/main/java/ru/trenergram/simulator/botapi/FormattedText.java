package ru.trenergram.simulator.botapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.chats.DetectedEntities;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A text and the marks in it. */
record FormattedText(String text, List<Entity> entities) {

    /**
     * @param offset in UTF-16 units, as in Telegram
     * @param url of a {@code text_link}
     */
    record Entity(
            String type,
            int offset,
            int length,
            @Nullable String url,
            @Nullable String language) {}

    /** Reads the text in the way its parse mode says. */
    static FormattedText of(String raw, @Nullable String parseMode, @Nullable JsonNode given) {
        if (parseMode == null || parseMode.isBlank()) {
            return new FormattedText(raw, given == null ? List.of() : read(given)).trimmed();
        }
        if (!"html".equalsIgnoreCase(parseMode)) {
            throw BotApiException.badRequest("unsupported parse_mode");
        }
        return HtmlText.parse(raw).trimmed();
    }

    /** The length that Telegram limits. */
    int characters() {
        return text.codePointCount(0, text.length());
    }

    /** The entities as JSON, with the commands and addresses that Telegram finds by itself where nothing else is marked. */
    ArrayNode entitiesAsJson() {
        ArrayNode all = Json.array();
        for (Entity entity : entities) {
            ObjectNode node = Json.object()
                    .put("offset", entity.offset())
                    .put("length", entity.length())
                    .put("type", entity.type());
            if (entity.url() != null) {
                node.put("url", entity.url());
            }
            if (entity.language() != null) {
                node.put("language", entity.language());
            }
            all.add(node);
        }
        for (JsonNode found : DetectedEntities.in(text)) {
            int start = found.get("offset").intValue();
            int end = start + found.get("length").intValue();
            boolean marked = entities.stream()
                    .filter(entity -> List.of("text_link", "code", "pre").contains(entity.type()))
                    .anyMatch(entity -> entity.offset() < end && start < entity.offset() + entity.length());
            if (!marked) {
                all.add(found);
            }
        }
        return all;
    }

    /** Telegram cuts white space off both ends. */
    private FormattedText trimmed() {
        String stripped = text.strip();
        if (stripped.length() == text.length()) {
            return this;
        }
        int cut = text.length() - text.stripLeading().length();
        List<Entity> moved = new ArrayList<>();
        for (Entity entity : entities) {
            int start = Math.max(entity.offset() - cut, 0);
            int end = Math.min(entity.offset() + entity.length() - cut, stripped.length());
            if (end > start) {
                moved.add(new Entity(entity.type(), start, end - start, entity.url(), entity.language()));
            }
        }
        return new FormattedText(stripped, moved);
    }

    private static List<Entity> read(JsonNode given) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : given) {
            entities.add(new Entity(
                    node.path("type").asString(""),
                    node.path("offset").asInt(0),
                    node.path("length").asInt(0),
                    node.path("url").stringValue(null),
                    node.path("language").stringValue(null)));
        }
        return entities;
    }
}
