package ru.trenergram.helpdesk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.telegram.spi.Bot;

/** Who asked what, and under which messages of both sides' chats it stands. */
@Component
@Transactional
class SupportRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupportRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the number of the request */
    long add(long userId) {
        return jdbc.sql("INSERT INTO support_request (user_id, asked_at) VALUES (?, ?) RETURNING id")
                .params(userId, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** A request, or an answer to it, stands in a chat; nothing happens when that is known, or who asked has been erased. */
    void stands(long requestId, Bot bot, long chatId, long messageId) {
        jdbc.sql("""
                        INSERT INTO support_message (bot, chat_id, message_id, request_id)
                        SELECT ?, ?, ?, id FROM support_request WHERE id = ? FOR KEY SHARE
                        ON CONFLICT DO NOTHING
                        """).params(bot.name(), chatId, messageId, requestId).update();
    }

    /** A request cannot be brought to a chat of support; to how many that is so far. */
    int undelivered(long requestId, long chatId) {
        jdbc.sql("SELECT id FROM support_request WHERE id = ? FOR UPDATE") // or the last two would each count
                // without the other
                .param(requestId)
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO support_undelivered (request_id, chat_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(requestId, chatId)
                .update();
        return jdbc.sql("SELECT count(*) FROM support_undelivered WHERE request_id = ?")
                .param(requestId)
                .query(Integer.class)
                .single();
    }

    /** The user id of who asked. */
    @Transactional(readOnly = true)
    Optional<Long> askedBy(long requestId) {
        return jdbc.sql("SELECT user_id FROM support_request WHERE id = ?")
                .param(requestId)
                .query(Long.class)
                .optional();
    }

    /** The request that a message of a chat belongs to. */
    @Transactional(readOnly = true)
    Optional<Long> under(Bot bot, long chatId, long messageId) {
        return jdbc.sql("SELECT request_id FROM support_message WHERE bot = ? AND chat_id = ? AND message_id = ?")
                .params(bot.name(), chatId, messageId)
                .query(Long.class)
                .optional();
    }
}
