package ru.trenergram.simulator.botapi;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
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
    int MOST_KEYS_IN_A_ROW = 12;
    int MOST_KEYS = 300;
    String INLINE_BUTTON = "inline keyboard button";
    String KEY = "keyboard button";

    static ReplyMarkup of(Parameters parameters, String ownAddress) {
        JsonNode markup = parameters.json("reply_markup", "reply keyboard markup");
        if (markup == null) {
            return new None();
        }
        if (!markup.isObject()) {
            throw BotApiException.badRequest("object expected as reply markup");
        }
        if (!rows(markup, "keyboard").isEmpty()) {
            ObjectNode keyboard = replyKeyboard(markup, ownAddress);
            return keyboard.get("keyboard").isEmpty() ? new None() : new Reply(keyboard);
        }
        if (!rows(markup, "inline_keyboard").isEmpty()) {
            ArrayNode rows = keys(
                    rows(markup, "inline_keyboard"),
                    "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
                    button -> inlineButton(button, ownAddress));
            return rows.isEmpty() ? new None() : new Inline(Json.object().set("inline_keyboard", rows));
        }
        if (markup.path("remove_keyboard").booleanValue(false)) {
            return new Reply(null);
        }
        return new None();
    }

    private static JsonNode rows(JsonNode markup, String field) {
        JsonNode rows = markup.path(field);
        if (!rows.isMissingNode() && !rows.isNull() && !rows.isArray()) {
            throw BotApiException.badRequest("field \"%s\" must be of type Array".formatted(field));
        }
        return rows;
    }

    /** Telegram leaves out keys without a text, and what is too much of them. */
    private static ArrayNode keys(JsonNode givenRows, String otherwise, Function<JsonNode, ObjectNode> read) {
        ArrayNode rows = Json.array();
        int left = MOST_KEYS;
        for (JsonNode givenRow : givenRows) {
            if (!givenRow.isArray()) {
                throw BotApiException.badRequest(otherwise);
            }
            ArrayNode row = Json.array();
            for (JsonNode given : givenRow) {
                ObjectNode key = read.apply(given);
                if (left > 0
                        && row.size() < MOST_KEYS_IN_A_ROW
                        && !key.get("text").stringValue("").isEmpty()) {
                    row.add(key);
                    left--;
                }
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static ObjectNode inlineButton(JsonNode given, String ownAddress) {
        if (!given.isObject()) {
            throw unreadable(INLINE_BUTTON, "InlineKeyboardButton must be an Object");
        }
        ObjectNode button = Json.object().put("text", text(given, INLINE_BUTTON));
        String url = given.path("url").asString("");
        String data = given.path("callback_data").asString("");
        if (!url.isEmpty()) {
            refuse(INLINE_BUTTON + " URL", url, WebAddress.problem(url));
            return button.put("url", url);
        }
        if (!data.isEmpty()) {
            if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA_BYTES) {
                throw BotApiException.badRequest("BUTTON_DATA_INVALID");
            }
            return button.put("callback_data", data);
        }
        if (given.hasNonNull("web_app")) {
            return button.set("web_app", webApp(given, INLINE_BUTTON, ownAddress));
        }
        throw unreadable(INLINE_BUTTON, "Text buttons are unallowed in the inline keyboard");
    }

    private static ObjectNode replyKeyboard(JsonNode markup, String ownAddress) {
        ArrayNode rows = keys(
                rows(markup, "keyboard"),
                "field \"keyboard\" must be an Array of Arrays",
                key -> replyKey(key, ownAddress));
        ObjectNode keyboard = Json.object();
        keyboard.set("keyboard", rows);
        keyboard.put("one_time_keyboard", markup.path("one_time_keyboard").booleanValue(false));
        keyboard.put("is_persistent", markup.path("is_persistent").booleanValue(false));
        keyboard.put(
                "input_field_placeholder",
                markup.path("input_field_placeholder").asString(""));
        return keyboard;
    }

    private static ObjectNode replyKey(JsonNode given, String ownAddress) {
        if (given.isString()) {
            return Json.object().put("text", given.stringValue());
        }
        if (!given.isObject()) {
            throw unreadable(KEY, "KeyboardButton must be a String or an Object");
        }
        ObjectNode key = Json.object().put("text", text(given, KEY));
        if (given.path("request_contact").booleanValue(false)) {
            return key.put("request_contact", true);
        }
        if (given.path("request_location").booleanValue(false)) {
            return key.put("request_location", true);
        }
        return given.hasNonNull("web_app") ? key.set("web_app", webApp(given, KEY, ownAddress)) : key;
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
        if (!given.path("text").isString()) {
            throw unreadable(what, "Can't find field \"text\"");
        }
        return given.get("text").stringValue().strip();
    }

    private static BotApiException unreadable(String what, String why) {
        return BotApiException.badRequest("can't parse %s: %s".formatted(what, why));
    }
}
