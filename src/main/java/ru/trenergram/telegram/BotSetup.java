package ru.trenergram.telegram;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Hashes;
import ru.trenergram.telegram.spi.Bot;

/**
 * Remembers what was set at the Bot API's server of what it keeps of a bot, so that it is set again only when it changes:
 * Telegram takes few such calls.
 */
@Component
class BotSetup {

    private final JdbcClient jdbc;
    private final Bots bots;

    BotSetup(JdbcClient jdbc, Bots bots) {
        this.jdbc = jdbc;
        this.bots = bots;
    }

    /**
     * @param what is set
     * @param json of the call that sets it, the same text for the same content
     */
    boolean isSet(Bot bot, String what, String json) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM telegram_setup WHERE bot_id = ? AND what = ? AND hash = ?)")
                .params(id(bot), what, hash(json))
                .query(Boolean.class)
                .single();
    }

    void remember(Bot bot, String what, String json) {
        jdbc.sql("""
                        INSERT INTO telegram_setup (bot_id, what, hash) VALUES (?, ?, ?)
                        ON CONFLICT (bot_id, what) DO UPDATE SET hash = excluded.hash
                        """).params(id(bot), what, hash(json)).update();
    }

    private long id(Bot bot) {
        String token = bots.token(bot);
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    private static byte[] hash(String json) {
        return Hashes.sha256(json.getBytes(StandardCharsets.UTF_8));
    }
}
