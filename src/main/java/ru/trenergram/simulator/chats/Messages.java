package ru.trenergram.simulator.chats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.trenergram.simulator.WhenSimulated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of the chats; written under the chat's lock. */
@Repository
@WhenSimulated
public class Messages {

    private final JdbcClient jdbc;
    private final Chats chats;
    private final Waker waker;

    Messages(JdbcClient jdbc, Chats chats, Waker waker) {
        this.jdbc = jdbc;
        this.chats = chats;
        this.waker = waker;
    }

    public ChatMessage add(
            Chat chat, boolean fromBot, boolean editable, ObjectNode content, @Nullable JsonNode buttons, Instant at) {
        waker.wakeAfterCommit();
        long id = jdbc.sql("SELECT nextval('simulator_message_id')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO simulator_message
                            (bot, telegram_id, message_id, change, from_bot, sent_at, editable, content, buttons)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)""")
                .param(chat.bot().name())
                .param(chat.personId())
                .param(id)
                .param(chats.nextChange(chat))
                .param(fromBot)
                .param(utc(at))
                .param(editable)
                .param(Json.write(content))
                .param(Json.writeOrNull(buttons))
                .update();
        return new ChatMessage(chat, id, fromBot, at, null, false, editable, content, buttons);
    }

    /** Replaces what is in a message. */
    public ChatMessage edit(ChatMessage message, ObjectNode content, @Nullable JsonNode buttons, Instant at) {
        waker.wakeAfterCommit();
        Chat chat = message.chat();
        jdbc.sql("""
                        UPDATE simulator_message SET content = ?::json, buttons = ?::json, edited_at = ?, change = ?
                        WHERE bot = ? AND telegram_id = ? AND message_id = ?""")
                .param(Json.write(content))
                .param(Json.writeOrNull(buttons))
                .param(utc(at))
                .param(chats.nextChange(chat))
                .param(chat.bot().name())
                .param(chat.personId())
                .param(message.messageId())
                .update();
        return new ChatMessage(
                chat,
                message.messageId(),
                message.fromBot(),
                message.sentAt(),
                at,
                false,
                message.editable(),
                content,
                buttons);
    }

    public void delete(ChatMessage message) {
        waker.wakeAfterCommit();
        Chat chat = message.chat();
        jdbc.sql("""
                        UPDATE simulator_message SET deleted = true, change = ?
                        WHERE bot = ? AND telegram_id = ? AND message_id = ?""")
                .params(chats.nextChange(chat), chat.bot().name(), chat.personId(), message.messageId())
                .update();
    }

    /** A message that has not been deleted. */
    public Optional<ChatMessage> find(Chat chat, long messageId) {
        return jdbc.sql("""
                        SELECT * FROM simulator_message
                        WHERE bot = ? AND telegram_id = ? AND message_id = ? AND NOT deleted""")
                .params(chat.bot().name(), chat.personId(), messageId)
                .query(message(chat))
                .optional();
    }

    /** Everything of the chat that changed after that change, deleted messages included; the newest when it is a lot. */
    List<ChatMessage> changedAfter(Chat chat, long change, int atMost) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT * FROM simulator_message WHERE bot = ? AND telegram_id = ? AND change > ?
                            ORDER BY change DESC LIMIT ?) AS newest
                        ORDER BY message_id""")
                .params(chat.bot().name(), chat.personId(), change, atMost)
                .query(message(chat))
                .list();
    }

    Optional<ChatMessage> newest(Chat chat) {
        return jdbc.sql("""
                        SELECT * FROM simulator_message WHERE bot = ? AND telegram_id = ? AND NOT deleted
                        ORDER BY message_id DESC LIMIT 1""")
                .params(chat.bot().name(), chat.personId())
                .query(message(chat))
                .optional();
    }

    /** Messages with buttons under them, newest first. */
    List<ChatMessage> withButtons(Chat chat) {
        return jdbc.sql("""
                        SELECT * FROM simulator_message
                        WHERE bot = ? AND telegram_id = ? AND NOT deleted AND buttons IS NOT NULL
                        ORDER BY message_id DESC LIMIT 100""")
                .params(chat.bot().name(), chat.personId())
                .query(message(chat))
                .list();
    }

    int unread(Chat chat) {
        return jdbc.sql("""
                        SELECT count(*) FROM simulator_message
                        WHERE bot = ? AND telegram_id = ? AND from_bot AND NOT deleted AND message_id > ?""")
                .params(chat.bot().name(), chat.personId(), chat.readMessageId())
                .query(Integer.class)
                .single();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static RowMapper<ChatMessage> message(Chat chat) {
        return (row, number) -> new ChatMessage(
                chat,
                row.getLong("message_id"),
                row.getBoolean("from_bot"),
                Objects.requireNonNull(instant(row, "sent_at")),
                instant(row, "edited_at"),
                row.getBoolean("deleted"),
                row.getBoolean("editable"),
                (ObjectNode) Json.read(row.getString("content")),
                Json.readOrNull(row.getString("buttons")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
