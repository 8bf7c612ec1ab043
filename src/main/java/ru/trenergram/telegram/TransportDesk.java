package ru.trenergram.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.telegram.spi.TransportReport;

/** Looks at the outbox past its sender, and takes up what the sender has given up. */
@Component
@Transactional
class TransportDesk implements OutboxDesk {

    private static final String GIVEN_UP = """
            state IN ('FAILED', 'UNKNOWN') AND (:bot::text IS NULL OR bot = :bot) AND (:state::text IS NULL OR state = :state)
            """;

    private final JdbcClient jdbc;
    private final TransportReport report;
    private final Outbox outbox;

    TransportDesk(JdbcClient jdbc, TransportReport report, Outbox outbox) {
        this.jdbc = jdbc;
        this.report = report;
        this.outbox = outbox;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Lane> lanes() {
        return jdbc.sql("""
                        SELECT bot, priority, state, count(*) AS messages, min(greatest(created_at, not_before)) AS oldest
                        FROM (SELECT * FROM telegram_outbox WHERE state = 'QUEUED'
                              UNION ALL SELECT * FROM telegram_outbox WHERE state = 'SENDING'
                              UNION ALL SELECT * FROM telegram_outbox WHERE state IN ('FAILED', 'UNKNOWN')) AS there
                        GROUP BY bot, priority, state ORDER BY bot, priority, state
                        """)
                .query((row, n) -> new Lane(
                        Bot.valueOf(row.getString("bot")),
                        Priority.values()[row.getInt("priority")],
                        State.valueOf(row.getString("state")),
                        row.getLong("messages"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<GivenUp> givenUp(Filter filter, @Nullable Long beforeId, int limit) {
        return filtered(
                        "SELECT * FROM telegram_outbox WHERE " + GIVEN_UP
                                + " AND (:before::bigint IS NULL OR id < :before) ORDER BY id DESC LIMIT :limit",
                        filter)
                .param("before", beforeId, Types.BIGINT)
                .param("limit", limit)
                .query(TransportDesk::givenUp)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long countGivenUp(Filter filter) {
        return filtered("SELECT count(*) FROM telegram_outbox WHERE " + GIVEN_UP, filter)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> ids(Filter filter, int limit) {
        return filtered("SELECT id FROM telegram_outbox WHERE " + GIVEN_UP + " ORDER BY id LIMIT :limit", filter)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("bot", filter.bot() == null ? null : filter.bot().name(), Types.VARCHAR)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR);
    }

    @Override
    public int retry(Collection<Long> ids) {
        int queued = jdbc.sql("""
                        UPDATE telegram_outbox SET state = 'QUEUED', retry_at = NULL, error = NULL, attempts = 0
                        WHERE id = ANY (?) AND state IN ('FAILED', 'UNKNOWN') AND NOT forget
                        """).param(ids.toArray(Long[]::new)).update();
        report.bots().forEach(outbox::wakeAfterCommit);
        return queued;
    }

    @Override
    public int drop(Collection<Long> ids) {
        return jdbc.sql("""
                        UPDATE telegram_outbox SET state = 'SKIPPED' WHERE id = ANY (?) AND state IN ('FAILED', 'UNKNOWN')
                        """).param(ids.toArray(Long[]::new)).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<BotState> bots() {
        return report.bots().stream()
                .map(bot -> new BotState(
                        bot,
                        report.lost(bot),
                        newest(
                                "SELECT received_at FROM telegram_update WHERE bot = ? ORDER BY update_id DESC LIMIT 1",
                                bot),
                        newest(
                                "SELECT sent_at FROM telegram_outbox WHERE bot = ? AND state = 'SENT' ORDER BY id DESC LIMIT 1",
                                bot),
                        report.oldestWaiting(bot)))
                .toList();
    }

    private Optional<Instant> newest(String sql, Bot bot) {
        return jdbc.sql(sql).param(bot.name()).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chat> chats(long telegramId) {
        return jdbc.sql("""
                        SELECT chat.bot, sent.sent_at, CASE WHEN failed.id > coalesce(sent.id, 0) THEN failed.error END AS error
                        FROM telegram_chat chat
                        LEFT JOIN LATERAL (
                            SELECT id, sent_at FROM telegram_outbox o
                            WHERE o.bot = chat.bot AND o.chat_id = chat.chat_id AND state = 'SENT' ORDER BY id DESC LIMIT 1) sent ON true
                        LEFT JOIN LATERAL (
                            SELECT id, error FROM telegram_outbox o
                            WHERE o.bot = chat.bot AND o.chat_id = chat.chat_id AND state IN ('FAILED', 'SKIPPED') AND error IS NOT NULL
                            ORDER BY id DESC LIMIT 1) failed
                            ON true
                        WHERE chat.chat_id = ? ORDER BY chat.bot
                        """)
                .param(telegramId)
                .query((row, n) -> {
                    Timestamp sent = row.getTimestamp("sent_at");
                    return new Chat(
                            Bot.valueOf(row.getString("bot")),
                            sent == null ? null : sent.toInstant(),
                            row.getString("error"));
                })
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Long> telegramIds) {
        jdbc.sql("SELECT chat_id FROM telegram_chat WHERE chat_id = ANY (?) ORDER BY chat_id, bot FOR UPDATE")
                .param(telegramIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private static GivenUp givenUp(ResultSet row, int n) throws SQLException {
        return new GivenUp(
                row.getLong("id"),
                Bot.valueOf(row.getString("bot")),
                row.getLong("chat_id"),
                row.getString("method"),
                State.valueOf(row.getString("state")),
                Priority.values()[row.getInt("priority")],
                row.getString("error"),
                words(row.getString("payload")),
                row.getInt("attempts"),
                row.getBoolean("forget"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable String words(String payload) {
        var message = Json.tree(payload);
        String words = message.path("text").asText(message.path("caption").asText(""));
        return words.isEmpty() ? null : words.replaceAll("</?[a-z]+[^>]*>", "");
    }
}
