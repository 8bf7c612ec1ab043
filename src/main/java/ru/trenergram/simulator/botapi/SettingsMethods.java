package ru.trenergram.simulator.botapi;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.BotSettings;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.chats.Updates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot says about itself: commands, menu button, webhook; descriptions, which no page of ours shows. */
@Component
@WhenSimulated
class SettingsMethods implements Method.Group {

    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_DESCRIPTION = 256;

    private final BotSettings bots;
    private final Updates updates;
    private final String ownAddress;

    SettingsMethods(BotSettings bots, Updates updates, Settings settings) {
        this.bots = bots;
        this.updates = updates;
        this.ownAddress = settings.baseUrl();
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of(
                "getme", this::getMe,
                "setwebhook", this::setWebhook,
                "deletewebhook", this::deleteWebhook,
                "getwebhookinfo", this::getWebhookInfo,
                "setmycommands", this::setMyCommands,
                "getmycommands", this::getMyCommands,
                "setchatmenubutton", this::setChatMenuButton,
                "setmydescription", (bot, parameters) -> BooleanNode.TRUE,
                "setmyshortdescription", (bot, parameters) -> BooleanNode.TRUE);
    }

    private JsonNode getMe(BotAccount bot, Parameters parameters) {
        return bot.asUser()
                .put("can_join_groups", false)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode setWebhook(BotAccount bot, Parameters parameters) {
        String url = parameters.text("url", "");
        if (url.isEmpty()) {
            return deleteWebhook(bot, parameters);
        }
        String problem = WebAddress.miniAppProblem(url, ownAddress);
        if (problem != null) {
            throw BotApiException.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        ObjectNode webhook = Json.object().put("url", url).put("secret_token", parameters.text("secret_token", ""));
        bots.setWebhook(bot.bot(), webhook);
        JsonNode allowed = parameters.json("allowed_updates", "allowed updates");
        if (allowed != null) {
            bots.setAllowedUpdates(bot.bot(), allowed);
        }
        return forgetUpdatesIfAsked(bot, parameters);
    }

    private JsonNode deleteWebhook(BotAccount bot, Parameters parameters) {
        bots.setWebhook(bot.bot(), null);
        return forgetUpdatesIfAsked(bot, parameters);
    }

    private JsonNode forgetUpdatesIfAsked(BotAccount bot, Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            updates.forgetAll(bot.bot());
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getWebhookInfo(BotAccount bot, Parameters parameters) {
        JsonNode webhook = bots.webhook(bot.bot());
        return Json.object()
                .put("url", webhook == null ? "" : webhook.path("url").asString(""))
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.count(bot.bot()));
    }

    private JsonNode setMyCommands(BotAccount bot, Parameters parameters) {
        JsonNode given = parameters.json("commands", "commands");
        if (given == null || !given.isArray()) {
            throw BotApiException.badRequest("can't parse commands JSON object");
        }
        if (given.size() > MOST_COMMANDS) {
            throw BotApiException.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode commands = Json.array();
        for (JsonNode one : given) {
            String name = one.path("command").asString("").replaceFirst("^/", "");
            String description = one.path("description").asString("").strip();
            if (!COMMAND.matcher(name).matches()) {
                throw BotApiException.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
                throw BotApiException.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            commands.add(Json.object().put("command", name).put("description", description));
        }
        bots.setCommands(bot.bot(), scope(parameters), parameters.text("language_code", ""), commands);
        return BooleanNode.TRUE;
    }

    private JsonNode getMyCommands(BotAccount bot, Parameters parameters) {
        return bots.commands(bot.bot(), scope(parameters), parameters.text("language_code", ""))
                .orElseGet(Json::array);
    }

    private JsonNode setChatMenuButton(BotAccount bot, Parameters parameters) {
        JsonNode button = parameters.json("menu_button", "menu button");
        String type = button == null ? "default" : button.path("type").asString("");
        ObjectNode checked = Json.object().put("type", type);
        switch (type) {
            case "default", "commands" -> {}
            case "web_app" -> {
                String url =
                        button == null ? "" : button.path("web_app").path("url").asString("");
                String text =
                        button == null ? "" : button.path("text").asString("").strip();
                String problem = WebAddress.miniAppProblem(url, ownAddress);
                if (problem != null) {
                    throw BotApiException.badRequest(
                            "menu button Web App URL '%s' is invalid: %s".formatted(url, problem));
                }
                if (text.isEmpty()) {
                    throw BotApiException.badRequest("menu button text must be non-empty");
                }
                checked.put("text", text).putObject("web_app").put("url", url);
            }
            default -> throw BotApiException.badRequest("unsupported MenuButton type specified");
        }
        bots.setMenuButton(bot.bot(), parameters.number("chat_id"), checked);
        return BooleanNode.TRUE;
    }

    private static String scope(Parameters parameters) {
        JsonNode scope = parameters.json("scope", "BotCommandScope");
        String type = scope == null ? "default" : scope.path("type").asString("");
        return switch (type) {
            case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
            case "chat" -> "chat:" + (scope == null ? "" : scope.path("chat_id").asString(""));
            default -> throw BotApiException.badRequest("unsupported type specified");
        };
    }
}
