package ru.trenergram.simulator.chats;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;

/** The chats. Whoever changes something in a chat holds its lock, until the end of the transaction. */
@Repository
@WhenSimulated
public class Chats {

    private static final RowMapper<Chat> CHAT = (row, number) -> new Chat(
            Bot.valueOf(row.getString("bot")),
            new SimulatedPerson(
                    row.getLong("telegram_id"),
                    row.getString("first_name"),
                    row.getString("last_name"),
                    row.getString("username"),
                    row.getString("language_code"),
                    row.getString("phone")),
            row.getBoolean("started"),
            row.getBoolean("blocked"),
            row.getLong("change"),
            row.getLong("read_message_id"),
            Json.readOrNull(row.getString("reply_keyboard")));

    private final JdbcClient jdbc;

    Chats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chat of this person, locked; empty when there is no such person. */
    public Optional<Chat> lock(Bot bot, long personId) {
        jdbc.sql("""
                        INSERT INTO simulator_chat (bot, telegram_id)
                        SELECT ?, telegram_id FROM simulator_person WHERE telegram_id = ?
                        ON CONFLICT DO NOTHING""").params(bot.name(), personId).update();
        return select(bot, personId, " FOR NO KEY UPDATE OF c");
    }

    public Optional<Chat> find(Bot bot, long personId) {
        return select(bot, personId, "");
    }

    /** The number of a new change in a locked chat. */
    long nextChange(Chat chat) {
        return jdbc.sql(
                        "UPDATE simulator_chat SET change = change + 1 WHERE bot = ? AND telegram_id = ? RETURNING change")
                .params(chat.bot().name(), chat.personId())
                .query(Long.class)
                .single();
    }

    void start(Chat chat) {
        jdbc.sql("UPDATE simulator_chat SET started = true, change = change + 1 WHERE bot = ? AND telegram_id = ?")
                .params(chat.bot().name(), chat.personId())
                .update();
    }

    void block(Chat chat, boolean blocked) {
        jdbc.sql("UPDATE simulator_chat SET blocked = ?, change = change + 1 WHERE bot = ? AND telegram_id = ?")
                .params(blocked, chat.bot().name(), chat.personId())
                .update();
    }

    void read(Chat chat, long messageId) {
        jdbc.sql("""
                        UPDATE simulator_chat SET read_message_id = greatest(read_message_id, ?), change = change + 1
                        WHERE bot = ? AND telegram_id = ?""").params(messageId, chat.bot().name(), chat.personId()).update();
    }

    public void showReplyKeyboard(Chat chat, @Nullable JsonNode keyboard) {
        jdbc.sql("""
                        UPDATE simulator_chat SET reply_keyboard = ?::json, change = change + 1
                        WHERE bot = ? AND telegram_id = ?""")
                .param(Json.writeOrNull(keyboard))
                .param(chat.bot().name())
                .param(chat.personId())
                .update();
    }

    private Optional<Chat> select(Bot bot, long personId, String lock) {
        return jdbc.sql("""
                        SELECT * FROM simulator_chat c JOIN simulator_person p USING (telegram_id)
                        WHERE c.bot = ? AND telegram_id = ?""" + lock).params(bot.name(), personId).query(CHAT).optional();
    }
}
