package ru.trenergram.simulator.botapi;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.BotSettings;
import ru.trenergram.simulator.chats.BotSettings.Webhook;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.chats.Updates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a bot wants its updates delivered. */
@Component
@WhenSimulated
class WebhookMethods implements Method.Group {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int LONGEST_SECRET = 256;
    private static final int USUAL_CONNECTIONS = 40;
    private static final int MOST_CONNECTIONS = 100;

    private final BotSettings bots;
    private final Updates updates;
    private final String ownAddress;

    WebhookMethods(BotSettings bots, Updates updates, Settings settings) {
        this.bots = bots;
        this.updates = updates;
        this.ownAddress = settings.baseUrl();
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of(
                "setWebhook", this::setWebhook,
                "deleteWebhook", this::deleteWebhook,
                "getWebhookInfo", this::getWebhookInfo);
    }

    private JsonNode setWebhook(BotAccount bot, Parameters parameters) {
        String given = parameters.text("url", "");
        if (given.isEmpty()) {
            return deleteWebhook(bot, parameters);
        }
        String url = given.contains("://") ? given : "https://" + given;
        @Nullable String problem = WebAddress.webhookProblem(url, ownAddress);
        if (problem != null) {
            throw BotApiException.badRequest(problem);
        }
        String secret = parameters.text("secret_token", "");
        if (secret.length() > LONGEST_SECRET) {
            throw BotApiException.badRequest("secret token is too long");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw BotApiException.badRequest("secret token contains unallowed characters");
        }
        int connections = parameters.number("max_connections", USUAL_CONNECTIONS, 1, MOST_CONNECTIONS);
        Optional<Webhook> set = bots.webhook(bot.bot());
        boolean same = set.isPresent()
                && set.get().url().equals(url)
                && set.get().secret().equals(secret)
                && set.get().maxConnections() == connections;
        if (!same) {
            bots.setWebhook(bot.bot(), url, secret, connections);
        }
        JsonNode allowed = parameters.json("allowed_updates", "allowed updates");
        if (allowed != null) {
            bots.setAllowedUpdates(bot.bot(), allowed);
        }
        return forgetUpdatesIfAsked(bot, parameters);
    }

    private JsonNode deleteWebhook(BotAccount bot, Parameters parameters) {
        bots.removeWebhook(bot.bot());
        return forgetUpdatesIfAsked(bot, parameters);
    }

    private JsonNode forgetUpdatesIfAsked(BotAccount bot, Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            updates.forgetAll(bot.bot());
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getWebhookInfo(BotAccount bot, Parameters parameters) {
        Optional<Webhook> webhook = bots.webhook(bot.bot());
        ObjectNode info = Json.object()
                .put("url", webhook.map(Webhook::url).orElse(""))
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.count(bot.bot()));
        webhook.ifPresent(set -> {
            if (set.errorAt() != null) {
                info.put("last_error_date", set.errorAt().getEpochSecond()).put("last_error_message", set.error());
            }
            info.put("max_connections", set.maxConnections());
        });
        JsonNode allowed = bots.allowedUpdates(bot.bot());
        if (!allowed.isEmpty()) {
            info.set("allowed_updates", allowed);
        }
        return info;
    }
}
