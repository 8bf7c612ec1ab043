package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.TransportReport;

/** Reads how the transport does from its tables; a receiver writes into one when it loses or finds Telegram. */
@Component
class Report implements TransportReport {

    private final Bots bots;
    private final JdbcClient jdbc;
    private final Clock clock;
    /** What this node wrote last, so that it writes changes only. */
    private final Map<Bot, Boolean> written = new ConcurrentHashMap<>();

    Report(Bots bots, JdbcClient jdbc, Clock clock) {
        this.bots = bots;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param trouble why Telegram cannot be asked, or null when it can */
    void connection(Bot bot, @Nullable String trouble) {
        boolean well = trouble == null;
        if (Objects.equals(written.get(bot), well)) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO telegram_connection (bot, lost_since, reason) VALUES (:bot, :since, :reason)
                        ON CONFLICT (bot) DO UPDATE SET lost_since = excluded.lost_since, reason = excluded.reason
                        WHERE (telegram_connection.lost_since IS NULL) <> (excluded.lost_since IS NULL)
                        """)
                .param("bot", bot.name())
                .param("since", well ? null : Timestamp.from(clock.instant()))
                .param("reason", trouble)
                .update();
        written.put(bot, well);
    }

    /** Another node may receive from now on, and write. */
    void released(Bot bot) {
        written.remove(bot);
    }

    @Override
    public List<Bot> bots() {
        return bots.all();
    }

    @Override
    public Optional<Instant> oldestWaiting(Bot bot) {
        return jdbc.sql("""
                        SELECT greatest(created_at, not_before) AS since FROM telegram_outbox
                        WHERE bot = :bot AND state = 'QUEUED' AND priority < :broadcast AND not_before <= :now
                        ORDER BY since LIMIT 1
                        """)
                .param("bot", bot.name())
                .param("broadcast", Priority.BROADCAST.ordinal())
                .param("now", Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public Optional<Lost> lost(Bot bot) {
        return jdbc.sql("SELECT lost_since, reason FROM telegram_connection WHERE bot = ? AND lost_since IS NOT NULL")
                .param(bot.name())
                .query((row, n) -> new Lost(row.getTimestamp("lost_since").toInstant(), row.getString("reason")))
                .optional();
    }

    @Override
    public List<Refused> refused(Instant since) {
        return jdbc.sql("""
                        SELECT id, bot, error, claimed_at FROM telegram_outbox
                        WHERE state = 'FAILED' AND claimed_at >= :since AND method <> :answer
                        ORDER BY id LIMIT 1000
                        """)
                .param("since", Timestamp.from(since))
                .param("answer", Outgoing.Method.ANSWER.wire())
                .query((row, n) -> new Refused(
                        row.getLong("id"),
                        Bot.valueOf(row.getString("bot")),
                        row.getString("error"),
                        row.getTimestamp("claimed_at").toInstant()))
                .list();
    }
}
