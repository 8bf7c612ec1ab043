package ru.trenergram.simulator.botapi;

import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The button beside the input, checked as Telegram checks it. */
final class MenuButton {

    private MenuButton() {}

    /** As JSON: of type {@code default}, {@code commands} or {@code web_app}. */
    static ObjectNode of(Parameters parameters, String ownAddress) {
        @Nullable JsonNode given = parameters.json("menu_button", "menu button");
        if (given == null) {
            return Json.object().put("type", "default");
        }
        if (!given.isObject()) {
            throw BotApiException.badRequest("can't parse menu button: MenuButton must be an Object");
        }
        String type = field(given, "type");
        return switch (type) {
            case "default", "commands" -> Json.object().put("type", type);
            case "web_app" -> webApp(given, ownAddress);
            default -> throw BotApiException.badRequest("can't parse menu button: MenuButton has unsupported type");
        };
    }

    private static ObjectNode webApp(JsonNode given, String ownAddress) {
        String text = field(given, "text");
        if (!given.path("web_app").isObject()) {
            throw BotApiException.badRequest("can't parse menu button: Can't find field \"web_app\"");
        }
        String url = field(given.get("web_app"), "url");
        if (text.isEmpty()) {
            throw BotApiException.badRequest("menu button text must be non-empty");
        }
        @Nullable String problem = WebAddress.miniAppProblem(url, ownAddress);
        if (problem != null) {
            throw BotApiException.badRequest("menu button Web App URL '%s' is invalid: %s".formatted(url, problem));
        }
        ObjectNode button = Json.object().put("type", "web_app").put("text", text);
        button.putObject("web_app").put("url", url);
        return button;
    }

    private static String field(JsonNode given, String name) {
        if (!given.path(name).isString()) {
            throw BotApiException.badRequest("can't parse menu button: Can't find field \"%s\"".formatted(name));
        }
        return given.get(name).stringValue();
    }
}
