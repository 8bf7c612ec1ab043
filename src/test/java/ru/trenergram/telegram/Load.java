package ru.trenergram.telegram;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.MovableClock;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Many messages at once. */
final class Load {

    private Load() {}

    /** Queues messages with texts from 1 on, the i-th to chat {@code firstChat + i % chats}. */
    static void queue(JdbcClient jdbc, int messages, int chats, long firstChat, Priority priority) {
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at)
                        SELECT 'MAIN', chat, 'sendMessage',
                               json_build_object('method', 'sendmessage', 'chat_id', chat::text, 'text', i::text),
                               'load:' || :first || ':' || :priority || ':' || i, :priority, :now, :now
                        FROM generate_series(1, :messages) AS i, LATERAL (SELECT :first + i % :chats AS chat) AS c""")
                .param("first", firstChat)
                .param("chats", chats)
                .param("messages", messages)
                .param("priority", priority.ordinal())
                .param("now", Timestamp.from(MovableClock.START))
                .update();
    }

    static long count(JdbcClient jdbc, String condition) {
        return jdbc.sql("SELECT count(*) FROM telegram_outbox WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
