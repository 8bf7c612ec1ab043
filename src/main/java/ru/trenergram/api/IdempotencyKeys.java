package ru.trenergram.api;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keys of writes and the answers they were given, for {@link #KEPT}. */
@Repository
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A write under a key. */
    record Call(long userId, String key, byte[] fingerprint) {}

    /** What a write was answered. */
    record Answer(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String contentType,
            byte[] body) {

        boolean sameAs(Call call) {
            return MessageDigest.isEqual(fingerprint, call.fingerprint());
        }
    }

    /** Takes the key for the transaction that runs, or gives the answer of the call that had it before. */
    Optional<Answer> claim(Call call) {
        // a key that has grown old counts as new; one that another transaction holds makes this one wait
        int claimed = jdbc.sql("""
                        INSERT INTO idempotency_key AS k (user_id, key, fingerprint, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (user_id, key) DO UPDATE SET
                            fingerprint = excluded.fingerprint, created_at = excluded.created_at, status = NULL
                        WHERE k.created_at < ?
                        """)
                .params(
                        call.userId(),
                        call.key(),
                        call.fingerprint(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT * FROM idempotency_key WHERE user_id = ? AND key = ?")
                .params(call.userId(), call.key())
                .query((row, n) -> new Answer(
                        row.getBytes("fingerprint"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("content_type"),
                        row.getBytes("body")))
                .optional();
    }

    /** Keeps the answer in the transaction that claimed the key. */
    void keep(Call call, Answer answer) {
        jdbc.sql("""
                        UPDATE idempotency_key
                        SET status = :status, location = :location, content_type = :type, body = :body
                        WHERE user_id = :user AND key = :key
                        """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("type", answer.contentType())
                .param("body", answer.body())
                .param("user", call.userId())
                .param("key", call.key())
                .update();
    }

    /** Keeps a refusal, or gives the answer of a call with the same key that has come in between. */
    @Transactional
    Optional<Answer> keepRefusal(Call call, Answer answer) {
        Optional<Answer> former = claim(call);
        if (former.isEmpty()) {
            keep(call, answer);
        }
        return former;
    }

    @Transactional
    int forgetOld() {
        return jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
