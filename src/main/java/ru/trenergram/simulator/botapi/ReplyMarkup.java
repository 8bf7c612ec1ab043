package ru.trenergram.simulator.botapi;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The keyboards of a message, checked as Telegram checks them. */
sealed interface ReplyMarkup {

    /** No keyboard was given. */
    record None() implements ReplyMarkup {}

    /** Buttons under the message, as {@code reply_markup}. */
    record Inline(ObjectNode markup) implements ReplyMarkup {}

    /** A keyboard in place of the letters; null takes it away. */
    record Reply(@Nullable ObjectNode markup) implements ReplyMarkup {}

    int MOST_DATA_BYTES = 64;

    static ReplyMarkup of(Parameters parameters, String ownAddress) {
        JsonNode markup = parameters.json("reply_markup", "reply keyboard markup");
        if (markup == null || markup.isEmpty()) {
            return new None();
        }
        if (!markup.isObject()) {
            throw BotApiException.badRequest("object expected as reply markup");
        }
        if (markup.has("inline_keyboard")) {
            ArrayNode rows = inlineRows(markup.get("inline_keyboard"), ownAddress);
            return rows.isEmpty() ? new None() : new Inline(Json.object().set("inline_keyboard", rows));
        }
        if (markup.has("keyboard")) {
            return new Reply(replyKeyboard(markup, ownAddress));
        }
        if (markup.path("remove_keyboard").booleanValue(false)) {
            return new Reply(null);
        }
        return new None();
    }

    private static ArrayNode inlineRows(JsonNode given, String ownAddress) {
        ArrayNode rows = Json.array();
        for (JsonNode givenRow : array(given, "inline keyboard")) {
            ArrayNode row = Json.array();
            for (JsonNode button : array(givenRow, "inline keyboard")) {
                row.add(inlineButton(button, ownAddress));
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static ObjectNode inlineButton(JsonNode given, String ownAddress) {
        ObjectNode button = Json.object().put("text", text(given, "inline keyboard button"));
        if (given.hasNonNull("url")) {
            String url = given.get("url").asString();
            refuse("inline keyboard button URL", url, WebAddress.problem(url));
            return button.put("url", url);
        }
        if (given.hasNonNull("callback_data")) {
            String data = given.get("callback_data").asString();
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MOST_DATA_BYTES) {
                throw BotApiException.badRequest("BUTTON_DATA_INVALID");
            }
            return button.put("callback_data", data);
        }
        if (given.hasNonNull("web_app")) {
            return button.set("web_app", webApp(given, "inline keyboard button", ownAddress));
        }
        throw BotApiException.badRequest(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }

    private static ObjectNode replyKeyboard(JsonNode markup, String ownAddress) {
        ArrayNode rows = Json.array();
        for (JsonNode givenRow : array(markup.get("keyboard"), "reply keyboard")) {
            ArrayNode row = Json.array();
            for (JsonNode given : array(givenRow, "reply keyboard")) {
                ObjectNode key = Json.object()
                        .put("text", given.isString() ? given.stringValue() : text(given, "keyboard button"));
                if (given.path("request_contact").booleanValue(false)) {
                    key.put("request_contact", true);
                } else if (given.path("request_location").booleanValue(false)) {
                    key.put("request_location", true);
                } else if (given.hasNonNull("web_app")) {
                    key.set("web_app", webApp(given, "keyboard button", ownAddress));
                }
                row.add(key);
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        ObjectNode keyboard = Json.object();
        keyboard.set("keyboard", rows);
        keyboard.put("one_time_keyboard", markup.path("one_time_keyboard").booleanValue(false));
        keyboard.put("is_persistent", markup.path("is_persistent").booleanValue(false));
        keyboard.put(
                "input_field_placeholder",
                markup.path("input_field_placeholder").asString(""));
        return keyboard;
    }

    private static ObjectNode webApp(JsonNode given, String where, String ownAddress) {
        String url = given.path("web_app").path("url").asString("");
        refuse(where + " Web App URL", url, WebAddress.miniAppProblem(url, ownAddress));
        return Json.object().put("url", url);
    }

    private static void refuse(String what, String url, @Nullable String problem) {
        if (problem != null) {
            throw BotApiException.badRequest("%s '%s' is invalid: %s".formatted(what, url, problem));
        }
    }

    private static String text(JsonNode given, String what) {
        if (!given.isObject() || !given.path("text").isString()) {
            throw BotApiException.badRequest("can't parse %s: Can't find field \"text\"".formatted(what));
        }
        String text = given.get("text").stringValue().strip();
        if (text.isEmpty()) {
            throw BotApiException.badRequest(what + " text must be non-empty");
        }
        return text;
    }

    private static JsonNode array(JsonNode given, String what) {
        if (!given.isArray()) {
            throw BotApiException.badRequest("can't parse " + what + " JSON object");
        }
        return given;
    }
}
