package ru.trenergram.simulator.botapi;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.BotSettings;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot says about itself: commands, menu button; descriptions, which no page of ours shows. */
@Component
@WhenSimulated
class SettingsMethods implements Method.Group {

    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]+");
    private static final Pattern LANGUAGE = Pattern.compile("(?:[a-z]{2})?");
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_COMMAND = 32;
    private static final int LONGEST_DESCRIPTION = 256;

    private final BotSettings bots;
    private final SimulatedPeople people;
    private final String ownAddress;

    SettingsMethods(BotSettings bots, SimulatedPeople people, Settings settings) {
        this.bots = bots;
        this.people = people;
        this.ownAddress = settings.baseUrl();
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of(
                "getMe", this::getMe,
                "setMyCommands", this::setMyCommands,
                "getMyCommands", this::getMyCommands,
                "setChatMenuButton", this::setChatMenuButton,
                "setMyDescription", (bot, parameters) -> BooleanNode.TRUE,
                "setMyShortDescription", (bot, parameters) -> BooleanNode.TRUE);
    }

    private JsonNode getMe(BotAccount bot, Parameters parameters) {
        return bot.asUser()
                .put("can_join_groups", false)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode setMyCommands(BotAccount bot, Parameters parameters) {
        JsonNode given = parameters.json("commands", "commands");
        if (given != null && !given.isArray()) {
            throw BotApiException.badRequest("expected an Array of BotCommand");
        }
        ArrayNode commands = Json.array();
        for (JsonNode one : given == null ? Json.array() : given) {
            commands.add(command(one));
        }
        String scope = scope(parameters);
        String language = language(parameters);
        if (commands.size() > MOST_COMMANDS) {
            throw BotApiException.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        bots.setCommands(bot.bot(), scope, language, commands);
        return BooleanNode.TRUE;
    }

    private static ObjectNode command(JsonNode given) {
        if (!given.isObject()) {
            throw BotApiException.badRequest("can't parse BotCommand: expected an Object");
        }
        String name = field(given, "command").strip().replaceFirst("^/", "");
        String description = field(given, "description").strip();
        if (name.isEmpty()) {
            throw BotApiException.badRequest("command must be non-empty");
        }
        if (characters(name) > LONGEST_COMMAND) {
            throw BotApiException.badRequest("command length must not exceed " + LONGEST_COMMAND);
        }
        if (description.isEmpty()) {
            throw BotApiException.badRequest("command description must be non-empty");
        }
        if (characters(description) > LONGEST_DESCRIPTION) {
            throw BotApiException.badRequest("command description length must not exceed " + LONGEST_DESCRIPTION);
        }
        if (!COMMAND.matcher(name).matches()) {
            throw BotApiException.badRequest("BOT_COMMAND_INVALID");
        }
        return Json.object().put("command", name).put("description", description);
    }

    private static String field(JsonNode given, String name) {
        if (!given.path(name).isString()) {
            throw BotApiException.badRequest("can't parse BotCommand: Can't find field \"%s\"".formatted(name));
        }
        return given.get(name).stringValue();
    }

    private JsonNode getMyCommands(BotAccount bot, Parameters parameters) {
        return bots.commands(bot.bot(), scope(parameters), language(parameters)).orElseGet(Json::array);
    }

    private JsonNode setChatMenuButton(BotAccount bot, Parameters parameters) {
        ObjectNode button = MenuButton.of(parameters, ownAddress);
        Long personId = null;
        if (!parameters.text("chat_id", "").isEmpty()) {
            personId = parameters.number("chat_id");
            if (personId == null || personId <= 0) {
                throw BotApiException.badRequest("invalid chat_id specified");
            }
            if (people.find(personId).isEmpty()) {
                throw BotApiException.badRequest("user not found");
            }
        }
        bots.setMenuButton(bot.bot(), personId, button);
        return BooleanNode.TRUE;
    }

    private String scope(Parameters parameters) {
        JsonNode scope = parameters.json("scope", "BotCommandScope");
        if (scope == null) {
            return "default";
        }
        String type = scope.path("type").asString("");
        return switch (type) {
            case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
            case "chat" -> "chat:" + chatOf(scope);
            case "chat_administrators", "chat_member" -> {
                chatOf(scope);
                throw BotApiException.badRequest("can't use specified scope in private chats");
            }
            default -> throw BotApiException.badRequest("can't parse BotCommandScope: Unsupported type specified");
        };
    }

    private long chatOf(JsonNode scope) {
        if (scope.path("chat_id").asString("").isEmpty()) {
            throw BotApiException.badRequest("can't parse BotCommandScope: Empty chat_id specified");
        }
        long chatId = scope.get("chat_id").asLong(0);
        if (people.find(chatId).isEmpty()) {
            throw BotApiException.badRequest("chat not found");
        }
        return chatId;
    }

    private static String language(Parameters parameters) {
        String code = parameters.text("language_code", "");
        if (!LANGUAGE.matcher(code).matches()) {
            throw BotApiException.badRequest("invalid language code specified");
        }
        return code;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
