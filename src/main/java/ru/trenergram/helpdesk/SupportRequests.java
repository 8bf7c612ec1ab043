package ru.trenergram.helpdesk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who asked what, and under which messages of the support chat it stands. */
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

    /** A request stands in the support chat; nothing happens when that is known. */
    void stands(long requestId, long chatId, long messageId) {
        jdbc.sql(
                        "INSERT INTO support_message (chat_id, message_id, request_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(chatId, messageId, requestId)
                .update();
    }

    /** The user id of who asked. */
    @Transactional(readOnly = true)
    Optional<Long> askedBy(long requestId) {
        return jdbc.sql("SELECT user_id FROM support_request WHERE id = ?")
                .param(requestId)
                .query(Long.class)
                .optional();
    }

    /** The request that a message of the support chat belongs to. */
    @Transactional(readOnly = true)
    Optional<Long> under(long chatId, long messageId) {
        return jdbc.sql("SELECT request_id FROM support_message WHERE chat_id = ? AND message_id = ?")
                .params(chatId, messageId)
                .query(Long.class)
                .optional();
    }
}
