package ru.trenergram.simulator.chats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for the bots: updates that they have not confirmed. */
@Repository
@WhenSimulated
public class Updates {

    private final JdbcClient jdbc;
    private final Waker waker;

    Updates(JdbcClient jdbc, Waker waker) {
        this.jdbc = jdbc;
        this.waker = waker;
    }

    /** Queues an update in the transaction that runs; not, if the bot has said that it wants none of this kind. */
    void add(Bot bot, String kind, ObjectNode body) {
        waker.wakeAfterCommit();
        jdbc.sql("""
                        WITH next AS (
                            UPDATE simulator_bot SET last_update_id = last_update_id + 1 WHERE bot = :bot
                            RETURNING last_update_id, allowed_updates)
                        INSERT INTO simulator_update (bot, update_id, kind, body)
                        SELECT :bot, last_update_id, :kind, :body::json FROM next
                        WHERE coalesce(jsonb_array_length(allowed_updates), 0) = 0
                           OR allowed_updates @> to_jsonb(:kind::text)""")
                .param("bot", bot.name())
                .param("kind", kind)
                .param("body", Json.write(body))
                .update();
    }

    /**
     * Begins a poll; an older one of the same bot ends.
     *
     * @param allowed kinds of updates wanted from now on; null leaves it as it is
     * @return the number of the poll
     */
    @Transactional
    public long beginPoll(Bot bot, @Nullable JsonNode allowed) {
        waker.wakeAfterCommit();
        return jdbc.sql("""
                        UPDATE simulator_bot
                        SET poll = poll + 1, allowed_updates = coalesce(:allowed::jsonb, allowed_updates)
                        WHERE bot = :bot RETURNING poll""")
                .param("allowed", Json.writeOrNull(allowed))
                .param("bot", bot.name())
                .query(Long.class)
                .single();
    }

    /** Whether no later poll has begun. */
    @Transactional(readOnly = true)
    public boolean isNewestPoll(Bot bot, long poll) {
        return jdbc.sql("SELECT poll = ? FROM simulator_bot WHERE bot = ?")
                .params(poll, bot.name())
                .query(Boolean.class)
                .single();
    }

    /** Forgets the updates before this one; a negative offset keeps that many of the newest. */
    @Transactional
    public void confirmBefore(Bot bot, long offset) {
        if (offset >= 0) {
            jdbc.sql("DELETE FROM simulator_update WHERE bot = ? AND update_id < ?")
                    .params(bot.name(), offset)
                    .update();
        } else {
            jdbc.sql("""
                            DELETE FROM simulator_update WHERE bot = :bot AND update_id NOT IN (
                                SELECT update_id FROM simulator_update WHERE bot = :bot
                                ORDER BY update_id DESC LIMIT :kept)""").param("bot", bot.name()).param("kept", -offset).update();
        }
    }

    /** Forgets one that has arrived. */
    @Transactional
    public void confirm(Bot bot, long updateId) {
        jdbc.sql("DELETE FROM simulator_update WHERE bot = ? AND update_id = ?")
                .params(bot.name(), updateId)
                .update();
    }

    @Transactional
    public void forgetAll(Bot bot) {
        jdbc.sql("DELETE FROM simulator_update WHERE bot = ?").param(bot.name()).update();
    }

    /** The oldest updates, as Telegram's Update. */
    @Transactional(readOnly = true)
    public List<ObjectNode> pending(Bot bot, int atMost) {
        return jdbc.sql("SELECT update_id, kind, body FROM simulator_update WHERE bot = ? ORDER BY update_id LIMIT ?")
                .params(bot.name(), atMost)
                .query((row, number) -> {
                    ObjectNode update = Json.object().put("update_id", row.getLong("update_id"));
                    update.set(row.getString("kind"), Json.read(row.getString("body")));
                    return update;
                })
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Bot bot) {
        return jdbc.sql("SELECT count(*) FROM simulator_update WHERE bot = ?")
                .param(bot.name())
                .query(Integer.class)
                .single();
    }
}
