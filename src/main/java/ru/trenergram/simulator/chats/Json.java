package ru.trenergram.simulator.chats;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Telegram writes it: absent fields are absent, names are not translated. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** @throws tools.jackson.core.JacksonException the text is no JSON */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static @Nullable JsonNode readOrNull(@Nullable String json) {
        return json == null ? null : read(json);
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static @Nullable String writeOrNull(@Nullable JsonNode node) {
        return node == null ? null : write(node);
    }
}
