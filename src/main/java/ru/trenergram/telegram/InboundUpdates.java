package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.telegram.telegrambots.meta.api.objects.Update;
import ru.trenergram.telegram.spi.Bot;

/** The table of what came in. An update is there once, whatever number of times it is received. */
@Component
class InboundUpdates {

    /** Telegram repeats an update for a day at most, and may choose new ids after a week of silence. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TransportMetrics metrics;
    private final Clock clock;

    InboundUpdates(JdbcClient jdbc, TransactionTemplate transactions, TransportMetrics metrics, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** An update that waits for its turn. */
    record Waiting(ChatKey chat, long updateId, String body) {}

    /** Stores the whole batch or nothing, and names the chats that have something to do. */
    List<ChatKey> store(Bot bot, List<Update> batch) {
        transactions.executeWithoutResult(_ -> batch.forEach(update -> store(bot, update)));
        metrics.received(bot, batch.size());
        return batch.stream()
                .map(update -> new ChatKey(bot, Incoming.chatId(update)))
                .distinct()
                .toList();
    }

    private void store(Bot bot, Update update) {
        jdbc.sql("""
                        INSERT INTO telegram_update (bot, update_id, chat_id, body, received_at)
                        VALUES (:bot, :updateId, :chatId, :body::json, :now) ON CONFLICT DO NOTHING""")
                .param("bot", bot.name())
                .param("updateId", update.getUpdateId())
                .param("chatId", Incoming.chatId(update))
                .param("body", Json.write(update))
                .param("now", now())
                .update();
    }

    List<ChatKey> waitingChats(Bot bot) {
        return jdbc
                .sql("SELECT DISTINCT chat_id FROM telegram_update WHERE bot = :bot AND processed_at IS NULL")
                .param("bot", bot.name())
                .query(Long.class)
                .list()
                .stream()
                .map(chatId -> new ChatKey(bot, chatId))
                .toList();
    }

    /** The chat's oldest update that is not done. To be called under the lock of the chat. */
    Optional<Waiting> oldest(ChatKey chat) {
        return jdbc.sql("""
                        SELECT update_id, body FROM telegram_update
                        WHERE bot = :bot AND chat_id = :chatId AND processed_at IS NULL
                        ORDER BY update_id LIMIT 1""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .query((row, _) -> new Waiting(chat, row.getLong("update_id"), row.getString("body")))
                .optional();
    }

    /** Marks it as done; false if it was so already. */
    boolean done(Waiting update) {
        return jdbc.sql("""
                                UPDATE telegram_update SET processed_at = :now
                                WHERE bot = :bot AND update_id = :updateId AND processed_at IS NULL""")
                        .param("now", now())
                        .param("bot", update.chat().bot().name())
                        .param("updateId", update.updateId())
                        .update()
                == 1;
    }

    /** Counts a failed attempt and says how many there were; 0 if the update has been handled meanwhile. */
    int failed(Waiting update, String error) {
        return jdbc.sql("""
                        UPDATE telegram_update SET attempts = attempts + 1, error = :error
                        WHERE bot = :bot AND update_id = :updateId AND processed_at IS NULL RETURNING attempts""")
                .param("error", error.replace("\0", "")) // which PostgreSQL cannot keep, and the count must be kept
                .param("bot", update.chat().bot().name())
                .param("updateId", update.updateId())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM telegram_update WHERE processed_at < :until")
                .param("until", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
