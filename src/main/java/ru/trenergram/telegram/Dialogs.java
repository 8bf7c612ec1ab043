package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each conversation stands. */
@Component
class Dialogs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Dialogs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open dialog of a chat, or {@link #NONE}. */
    record Dialog(@Nullable String name, String step, Map<String, String> answers) {

        static final Dialog NONE = new Dialog(null, "", Map.of());

        Dialog {
            answers = Map.copyOf(answers);
        }
    }

    /** Waits until nobody else handles this chat, and keeps others waiting until the transaction ends. */
    Dialog lock(ChatKey chat) {
        jdbc.sql("""
                        INSERT INTO telegram_chat (bot, chat_id, updated_at) VALUES (:bot, :chatId, :now)
                        ON CONFLICT DO NOTHING""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("""
                        SELECT dialog, step, answers FROM telegram_chat
                        WHERE bot = :bot AND chat_id = :chatId FOR UPDATE""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .query((row, _) -> new Dialog(
                        row.getString("dialog"), row.getString("step"), Json.readTexts(row.getString("answers"))))
                .single();
    }

    void save(ChatKey chat, Dialog dialog) {
        jdbc.sql("""
                        UPDATE telegram_chat SET dialog = :dialog, step = :step, answers = :answers::json, updated_at = :now
                        WHERE bot = :bot AND chat_id = :chatId""")
                .param("dialog", dialog.name())
                .param("step", dialog.step())
                .param("answers", Json.write(dialog.answers()))
                .param("now", Timestamp.from(clock.instant()))
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .update();
    }
}
