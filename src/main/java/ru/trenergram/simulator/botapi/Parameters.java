package ru.trenergram.simulator.botapi;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a bot passed to a method, in whichever form: a value may be JSON or the same JSON as text.
 *
 * @param values by name
 * @param uploads parts of a multipart request that are files, by name
 */
public record Parameters(Map<String, JsonNode> values, Map<String, Upload> uploads) {

    private static final String ATTACHED = "attach://";

    /** @param fileName as the sender named it */
    public record Upload(String fileName, byte[] content) {}

    /** The file that a field brings, under its own name or under another that its value points to. */
    @Nullable Upload upload(String name) {
        String given = text(name, "");
        Upload direct = uploads.get(name);
        return direct == null && given.startsWith(ATTACHED) ? uploads.get(given.substring(ATTACHED.length())) : direct;
    }

    /** The {@code file_id} in a field; null when there is none. */
    @Nullable String fileId(String name) {
        String given = text(name, "");
        return given.isBlank() || given.startsWith(ATTACHED) ? null : given;
    }

    @Nullable String text(String name) {
        JsonNode value = value(name);
        return value.isMissingNode() ? null : value.asString();
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    boolean flag(String name) {
        return switch (text(name, "").toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            default -> false;
        };
    }

    @Nullable Long number(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number within its limits, as Telegram brings it there. */
    int number(String name, int otherwise, int least, int most) {
        Long given = number(name);
        return Math.clamp(given == null ? otherwise : given, least, most);
    }

    /** A structured value; null when it was not given. */
    @Nullable JsonNode json(String name, String whatItIs) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isString()) {
            return value;
        }
        if (value.stringValue().isBlank()) {
            return null;
        }
        try {
            return Json.read(value.stringValue());
        } catch (JacksonException e) {
            throw BotApiException.badRequest("can't parse " + whatItIs + " JSON object");
        }
    }

    private JsonNode value(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }
}
