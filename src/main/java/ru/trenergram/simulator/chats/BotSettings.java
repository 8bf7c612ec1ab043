package ru.trenergram.simulator.chats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bots have set: commands, menu buttons, webhooks. */
@Repository
@WhenSimulated
public class BotSettings {

    private static final long EVERY_CHAT = 0;

    private static final RowMapper<Webhook> WEBHOOK = (row, number) -> {
        JsonNode stored = Json.read(row.getString("webhook"));
        return new Webhook(
                stored.path("url").asString(""),
                stored.path("secret").asString(""),
                stored.path("max_connections").asInt(0),
                row.getString("webhook_error"),
                Messages.instant(row, "webhook_error_at"));
    };

    private final JdbcClient jdbc;
    private final Waker waker;

    BotSettings(JdbcClient jdbc, Waker waker) {
        this.jdbc = jdbc;
        this.waker = waker;
    }

    /** Sets the commands of a scope and language; none deletes them, and the next wider scope counts again. */
    public void setCommands(Bot bot, String scope, String language, JsonNode commands) {
        if (commands.isEmpty()) {
            jdbc.sql("DELETE FROM simulator_commands WHERE bot = ? AND scope = ? AND language = ?")
                    .params(bot.name(), scope, language)
                    .update();
        } else {
            jdbc.sql("""
                            INSERT INTO simulator_commands (bot, scope, language, commands) VALUES (?, ?, ?, ?::json)
                            ON CONFLICT (bot, scope, language) DO UPDATE SET commands = excluded.commands""")
                    .params(bot.name(), scope, language, Json.write(commands))
                    .update();
        }
        changed(bot);
    }

    public Optional<JsonNode> commands(Bot bot, String scope, String language) {
        return jdbc.sql("SELECT commands FROM simulator_commands WHERE bot = ? AND scope = ? AND language = ?")
                .params(bot.name(), scope, language)
                .query(String.class)
                .optional()
                .map(Json::read);
    }

    /**
     * The commands this person sees, in the order of
     * <a href="https://core.telegram.org/bots/api#determining-list-of-commands">Telegram's documentation</a>.
     */
    JsonNode commandsFor(Chat chat) {
        String language = chat.person().languageCode();
        for (String scope : List.of("chat:" + chat.personId(), "all_private_chats", "default")) {
            for (String wanted : List.of(language, "")) {
                var found = commands(chat.bot(), scope, wanted);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return Json.array();
    }

    /** @param personId whose chat it is for; null for every chat that has no button of its own */
    public void setMenuButton(Bot bot, @Nullable Long personId, JsonNode button) {
        jdbc.sql("""
                        INSERT INTO simulator_menu_button (bot, telegram_id, button) VALUES (?, ?, ?::json)
                        ON CONFLICT (bot, telegram_id) DO UPDATE SET button = excluded.button""")
                .params(bot.name(), personId == null ? EVERY_CHAT : personId, Json.write(button))
                .update();
        changed(bot);
    }

    ObjectNode menuButtonFor(Chat chat) {
        return jdbc.sql("""
                        SELECT button FROM simulator_menu_button
                        WHERE bot = ? AND telegram_id IN (?, 0) AND button ->> 'type' <> 'default'
                        ORDER BY telegram_id DESC LIMIT 1""")
                .params(chat.bot().name(), chat.personId())
                .query(String.class)
                .optional()
                .map(button -> (ObjectNode) Json.read(button))
                .orElseGet(() -> Json.object().put("type", "commands"));
    }

    /**
     * Where the bot wants its updates delivered.
     *
     * @param secret that goes with them; empty when there is none
     * @param error why the last delivery failed, and when; null when none has failed yet
     */
    public record Webhook(
            String url,
            String secret,
            int maxConnections,
            @Nullable String error,
            @Nullable Instant errorAt) {}

    public void setWebhook(Bot bot, String url, String secret, int maxConnections) {
        waker.wakeAfterCommit();
        jdbc.sql("""
                        UPDATE simulator_bot SET webhook = ?::json, webhook_error = NULL, webhook_error_at = NULL
                        WHERE bot = ?""")
                .param(Json.write(
                        Json.object().put("url", url).put("secret", secret).put("max_connections", maxConnections)))
                .param(bot.name())
                .update();
    }

    public void removeWebhook(Bot bot) {
        waker.wakeAfterCommit();
        jdbc.sql("""
                        UPDATE simulator_bot SET webhook = NULL, webhook_error = NULL, webhook_error_at = NULL
                        WHERE bot = ?""").param(bot.name()).update();
    }

    public void webhookFailed(Bot bot, String error, Instant at) {
        jdbc.sql(
                        "UPDATE simulator_bot SET webhook_error = ?, webhook_error_at = ? WHERE bot = ? AND webhook IS NOT NULL")
                .params(error, Messages.utc(at), bot.name())
                .update();
    }

    public Optional<Webhook> webhook(Bot bot) {
        return jdbc.sql("""
                        SELECT webhook, webhook_error, webhook_error_at FROM simulator_bot
                        WHERE bot = ? AND webhook IS NOT NULL""").param(bot.name()).query(WEBHOOK).optional();
    }

    public List<Bot> botsWithWebhook() {
        return jdbc.sql("SELECT bot FROM simulator_bot WHERE webhook IS NOT NULL")
                .query((row, number) -> Bot.valueOf(row.getString("bot")))
                .list();
    }

    /** The kinds of updates that the bot wants; empty for all. */
    public JsonNode allowedUpdates(Bot bot) {
        return jdbc.sql("SELECT coalesce(allowed_updates, '[]') FROM simulator_bot WHERE bot = ?")
                .param(bot.name())
                .query((row, number) -> Json.read(row.getString(1)))
                .single();
    }

    public void setAllowedUpdates(Bot bot, JsonNode allowed) {
        jdbc.sql("UPDATE simulator_bot SET allowed_updates = ?::jsonb WHERE bot = ?")
                .params(Json.write(allowed), bot.name())
                .update();
    }

    /** Rises when commands or menu buttons change. */
    long version(Bot bot) {
        return jdbc.sql("SELECT version FROM simulator_bot WHERE bot = ?")
                .param(bot.name())
                .query(Long.class)
                .single();
    }

    private void changed(Bot bot) {
        waker.wakeAfterCommit();
        jdbc.sql("UPDATE simulator_bot SET version = version + 1 WHERE bot = ?")
                .param(bot.name())
                .update();
    }
}
