package ru.trenergram.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;
import ru.trenergram.telegram.spi.Message;

/**
 * Chats with the bots: what came in and went out, and where a dialog stands. Messages to others may name somebody: their
 * words go, too; of those that still wait to be sent, once they have been. What only looks like the name of the person is
 * forgotten with it: nobody needs a message that has arrived.
 */
@Component
class ChatPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    ChatPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("telegram_chat", "telegram_update", "telegram_outbox", "telegram_card");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "chats",
                rows("SELECT bot, dialog, step, answers::text AS answers, updated_at FROM telegram_chat", person),
                "messages_received",
                rows("SELECT bot, body::text AS body, received_at FROM telegram_update", person),
                "messages_sent",
                rows(
                        "SELECT bot, method, payload::text AS payload, state, created_at, sent_at FROM telegram_outbox",
                        person));
    }

    private List<Map<String, @Nullable Object>> rows(String select, Subject person) {
        return person.telegramId() == null
                ? List.of()
                : jdbc.sql(select + " WHERE chat_id = ?")
                        .param(person.telegramId())
                        .query()
                        .listOfRows();
    }

    /** The chat goes first: a message that is just being answered is answered before. */
    @Override
    public void erase(Subject person) {
        if (person.telegramId() == null) {
            return;
        }
        long chat = person.telegramId();
        for (String sql : List.of(
                "DELETE FROM telegram_chat WHERE chat_id = ?",
                "DELETE FROM telegram_outbox WHERE chat_id = ?",
                "DELETE FROM telegram_card WHERE chat_id = ?")) {
            jdbc.sql(sql).param(chat).update();
        }
        jdbc.sql("""
                        UPDATE telegram_update
                        SET chat_id = CASE chat_id WHEN :chat THEN 0 ELSE chat_id END, body = '{}', error = NULL,
                            processed_at = coalesce(processed_at, received_at)
                        WHERE chat_id = :chat
                        """).param("chat", chat).update();
        person.names().forEach(name -> {
            forget(name);
            forget(Message.escape(name));
        });
        forget(Long.toString(chat));
    }

    private void forget(String name) {
        String written = Json.write(name);
        String words = written.substring(1, written.length() - 1);
        jdbc.sql("UPDATE telegram_update SET body = '{}' WHERE processed_at IS NOT NULL AND strpos(body::text, ?) > 0")
                .param(words)
                .update();
        jdbc.sql("""
                        UPDATE telegram_outbox
                        SET forget = true, error = CASE WHEN strpos(error, :words) > 0 THEN '' ELSE error END,
                            payload = CASE WHEN state IN ('QUEUED', 'SENDING') THEN payload ELSE '{}' END
                        WHERE strpos(payload::text, :words) > 0
                        """).param("words", words).update();
    }
}
