package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** The outbox as its sender sees it. */
@Component
class OutboxQueue {

    /** So long a dedupe key holds; no occasion comes back later. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Nothing is booked further ahead than a year. */
    private static final Duration CARDS_KEPT = Duration.ofDays(400);

    /** What names somebody who was erased meanwhile is not kept any longer than it waits. */
    private static final String FORGOTTEN = "payload = CASE WHEN forget THEN '{}' ELSE payload END";

    private static final Comparator<Claimed> URGENT_FIRST =
            Comparator.<Claimed, Priority>comparing(it -> it.terms().priority()).thenComparing(Claimed::id);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row in its place in the queue. */
    record Queued(long id, long chatId, @Nullable Instant retryAt) {}

    /** A row that this sender has taken. */
    record Claimed(long id, ChatKey chat, Outgoing outgoing, Outbox.Terms terms, int attempts) {

        /** A person would rather read an answer twice than never; a promotion they would not. */
        boolean mayComeTwice() {
            return terms.priority() != Priority.BROADCAST
                    || terms.receipt()
                    || terms.revision() != null
                    || outgoing.method().mayComeTwice();
        }

        Outbox.@Nullable Revision revision() {
            return terms.revision();
        }
    }

    /** A row of a message that Telegram has taken. */
    record Arrived(Claimed claimed, @Nullable Long messageId) {}

    /**
     * Takes up what a crashed sender left between sending and writing it down, so that nobody knows whether it arrived:
     * see {@link Claimed#mayComeTwice}.
     */
    void recover(Bot bot) {
        jdbc.sql("""
                        UPDATE telegram_outbox
                        SET state = CASE WHEN priority = :broadcast AND NOT receipt AND card IS NULL
                                           AND method <> ALL(:harmless)
                                         THEN 'UNKNOWN' ELSE 'QUEUED' END,
                            doubts = doubts + 1,
                            error = 'the sender stopped before it knew the outcome'
                        WHERE bot = :bot AND state = 'SENDING'""")
                .param("broadcast", Priority.BROADCAST.ordinal())
                .param(
                        "harmless",
                        Arrays.stream(Outgoing.Method.values())
                                .filter(Outgoing.Method::mayComeTwice)
                                .map(Outgoing.Method::wire)
                                .toArray(String[]::new))
                .param("bot", bot.name())
                .update();
    }

    /** What may go out now, in order, leaving out the chats that must wait. */
    List<Queued> due(Bot bot, Collection<Long> waitingChats, int limit) {
        return jdbc.sql("""
                        SELECT id, chat_id, retry_at FROM telegram_outbox
                        WHERE bot = :bot AND state = 'QUEUED' AND not_before <= :now AND chat_id <> ALL(:waiting)
                        ORDER BY priority, id LIMIT :limit""")
                .param("bot", bot.name())
                .param("now", now())
                .param("waiting", waitingChats.toArray(Long[]::new))
                .param("limit", limit)
                .query((row, _) -> new Queued(row.getLong("id"), row.getLong("chat_id"), instant(row, "retry_at")))
                .list();
    }

    /** Takes these rows, or those of them that nobody else has taken. Committed before anything is sent. */
    List<Claimed> claim(Bot bot, Collection<Long> ids) {
        return jdbc
                .sql("""
                        UPDATE telegram_outbox SET state = 'SENDING', attempts = attempts + 1, claimed_at = :now
                        WHERE id = ANY(:ids) AND state = 'QUEUED'
                        RETURNING *""")
                .param("now", now())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> claimed(bot, row))
                .list()
                .stream()
                .sorted(URGENT_FIRST)
                .toList();
    }

    private static Claimed claimed(Bot bot, ResultSet row) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                new ChatKey(bot, row.getLong("chat_id")),
                new Outgoing(
                        Outgoing.Method.of(row.getString("method")),
                        row.getString("payload"),
                        row.getBytes("photo"),
                        row.getString("file_name")),
                terms(row),
                row.getInt("attempts"));
    }

    void sent(Claimed claimed, @Nullable Long messageId) {
        sent(List.of(new Arrived(claimed, messageId)));
    }

    void sent(Collection<Arrived> arrived) {
        jdbc.sql("""
                        UPDATE telegram_outbox o
                        SET state = 'SENT', sent_at = :now, telegram_message_id = a.message_id, error = NULL, photo = NULL,
                        """ + FORGOTTEN + """
                        \sFROM unnest(:ids, :messageIds) AS a (id, message_id) WHERE o.id = a.id""")
                .param("now", now())
                .param("ids", arrived.stream().map(it -> it.claimed().id()).toArray(Long[]::new))
                .param("messageIds", arrived.stream().map(Arrived::messageId).toArray(Long[]::new))
                .update();
    }

    /** Leaves the queue without having been sent, as far as is known. */
    void giveUp(Claimed claimed, String state, String reason) {
        jdbc.sql("UPDATE telegram_outbox SET state = :state, error = :reason, " + FORGOTTEN + " WHERE id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", claimed.id())
                .update();
    }

    /** Nobody knows whether it has arrived, and nobody tries again. */
    void doubt(Claimed claimed, String reason) {
        jdbc.sql("UPDATE telegram_outbox SET state = 'UNKNOWN', error = :reason, doubts = doubts + 1, " + FORGOTTEN
                        + " WHERE id = :id")
                .param("reason", reason)
                .param("id", claimed.id())
                .update();
    }

    /**
     * Goes back to its place in the queue; the chat waits for it until then.
     *
     * @param doubtful whether it may have arrived
     */
    void again(Claimed claimed, Instant at, String reason, boolean doubtful) {
        jdbc.sql("""
                        UPDATE telegram_outbox
                        SET state = 'QUEUED', retry_at = :at, error = :reason, doubts = doubts + :doubts
                        WHERE id = :id""")
                .param("at", Timestamp.from(at))
                .param("doubts", doubtful ? 1 : 0)
                .param("reason", reason)
                .param("id", claimed.id())
                .update();
    }

    /** Goes to another chat instead. */
    void readdress(Claimed claimed, long chatId) {
        String payload = Json.read(claimed.outgoing().payload(), ObjectNode.class)
                .put("chat_id", Long.toString(chatId))
                .toString();
        jdbc.sql("UPDATE telegram_outbox SET state = 'QUEUED', chat_id = ?, payload = ?::json WHERE id = ?")
                .params(chatId, payload, claimed.id())
                .update();
    }

    /** Time has jumped, perhaps back: retries need not wait any more, nor does what was written at a time yet to come. */
    void timeMoved() {
        jdbc.sql("""
                        UPDATE telegram_outbox
                        SET retry_at = NULL,
                            not_before = CASE WHEN created_at > :now THEN least(not_before, :now) ELSE not_before END
                        WHERE state = 'QUEUED' AND (retry_at IS NOT NULL OR created_at > :now)""").param("now", now()).update();
    }

    /** Messages of one bot and priority that should have gone out. */
    record Lane(Bot bot, Priority priority) {}

    record Depth(long messages, Instant oldest) {}

    /** The lanes in which something waits. */
    Map<Lane, Depth> depths() {
        return jdbc
                .sql("""
                        SELECT bot, priority, count(*) AS messages, min(greatest(created_at, not_before)) AS oldest
                        FROM telegram_outbox WHERE state = 'QUEUED' AND not_before <= :now
                        GROUP BY bot, priority""")
                .param("now", now())
                .query((row, _) -> Map.entry(
                        new Lane(Bot.valueOf(row.getString("bot")), Priority.values()[row.getInt("priority")]),
                        new Depth(
                                row.getLong("messages"),
                                row.getTimestamp("oldest").toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM telegram_outbox WHERE state NOT IN ('QUEUED', 'SENDING') AND created_at < :until")
                .param("until", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("DELETE FROM telegram_card WHERE touched_at < :until")
                .param("until", Timestamp.from(clock.instant().minus(CARDS_KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Outbox.Terms terms(ResultSet row) throws SQLException {
        String card = row.getString("card");
        return new Outbox.Terms(
                Priority.values()[row.getInt("priority")],
                row.getString("dedupe_key"),
                row.getTimestamp("not_before").toInstant(),
                row.getBoolean("receipt"),
                card == null ? null : new Outbox.Revision(card, row.getLong("card_revision")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
