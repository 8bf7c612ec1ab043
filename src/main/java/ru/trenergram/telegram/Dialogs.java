package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
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

    /**
     * The open dialog of a chat, or {@link #NONE}.
     *
     * @param answers what it has gathered; of one that it interrupted it holds all, as {@link #FORMER}
     */
    record Dialog(@Nullable String name, String step, Map<String, String> answers) {

        static final Dialog NONE = new Dialog(null, "", Map.of());

        /** No module's: they name what they ask for. */
        private static final String FORMER = "/former";

        Dialog {
            answers = Map.copyOf(answers);
        }

        Dialog over(Dialog former) {
            if (former.name == null) {
                return this;
            }
            var all = new HashMap<>(answers);
            all.put(FORMER, Json.write(former));
            return new Dialog(name, step, all);
        }

        /** What goes on when this one ends. */
        Dialog former() {
            String former = answers.get(FORMER);
            return former == null ? NONE : Json.read(former, Dialog.class);
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
