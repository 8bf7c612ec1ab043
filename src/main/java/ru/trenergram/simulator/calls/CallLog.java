package ru.trenergram.simulator.calls;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.simulator.Ticking;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/**
 * The calls that the bots have made, the newest {@value #KEPT} of them. A call waits for nothing: it is put into a queue,
 * and the queue is written into the table once a second, or when somebody looks.
 */
@Service
@WhenSimulated
public class CallLog implements Ticking {

    static final int KEPT = 20_000;

    /** Above it the oldest are forgotten unwritten: the database is away, or slower than the calls. */
    private static final int MOST_UNWRITTEN = KEPT;

    private static final RowMapper<Call> CALL = (row, number) -> new Call(
            row.getLong("call_id"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            Bot.valueOf(row.getString("bot")),
            row.getString("method"),
            row.getObject("chat_id", Long.class),
            row.getString("parameters"),
            row.getInt("status"),
            row.getString("answer"),
            row.getLong("millis"),
            row.getString("fault"));

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final ConcurrentLinkedQueue<Call> unwritten = new ConcurrentLinkedQueue<>();

    CallLog(JdbcTemplate jdbc, JdbcClient client, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.client = client;
        this.transaction = transaction;
    }

    /** How calls ended. */
    public enum Outcome {
        ANSWERED,
        REFUSED,
        LOST,
        /** Struck by a fault, whatever came of it. */
        STRUCK
    }

    /** What is looked for; null for whatever there is. {@code text} may stand in the parameters or in the answer. */
    public record Search(
            @Nullable Bot bot,
            @Nullable String method,
            @Nullable Long chatId,
            @Nullable String text,
            @Nullable Outcome outcome) {}

    /** @param call its id is of no account */
    public void add(Call call) {
        unwritten.add(call);
    }

    /**
     * The newest calls.
     *
     * @param before only those with a smaller id
     */
    public List<Call> find(Search search, long before, int atMost) {
        tick();
        var sql = new StringBuilder("SELECT * FROM simulator_call WHERE call_id < :before");
        if (search.bot() != null) {
            sql.append(" AND bot = :bot");
        }
        if (search.method() != null) {
            sql.append(" AND lower(method) = lower(:method)");
        }
        if (search.chatId() != null) {
            sql.append(" AND chat_id = :chat");
        }
        if (search.text() != null) {
            sql.append(" AND (parameters ILIKE :text OR answer ILIKE :text)");
        }
        if (search.outcome() != null) {
            sql.append(
                    switch (search.outcome()) {
                        case ANSWERED -> " AND status BETWEEN 200 AND 299";
                        case REFUSED -> " AND status >= 300";
                        case LOST -> " AND status = " + Call.LOST;
                        case STRUCK -> " AND fault IS NOT NULL";
                    });
        }
        return client.sql(sql.append(" ORDER BY call_id DESC LIMIT :most").toString())
                .param("before", before)
                .param("bot", search.bot() == null ? null : search.bot().name())
                .param("method", search.method())
                .param("chat", search.chatId())
                .param("text", search.text() == null ? null : "%" + escaped(search.text()) + "%")
                .param("most", atMost)
                .query(CALL)
                .list();
    }

    public void forgetAll() {
        tick();
        client.sql("DELETE FROM simulator_call").update();
    }

    /** Writes down what has gathered, and forgets what is too much. */
    @Override
    public synchronized void tick() {
        List<Call> batch = new ArrayList<>();
        for (Call call = unwritten.poll(); call != null; call = unwritten.poll()) {
            batch.add(call);
        }
        if (!batch.isEmpty()) {
            List<Call> newest = batch.subList(Math.max(0, batch.size() - MOST_UNWRITTEN), batch.size());
            transaction.executeWithoutResult(status -> write(newest));
        }
    }

    private void write(List<Call> calls) {
        // the last second of a list for testers is not worth a wait for the disk
        jdbc.execute("SET LOCAL synchronous_commit = off");
        jdbc.batchUpdate("""
                        INSERT INTO simulator_call
                            (at, bot, method, chat_id, parameters, status, answer, millis, fault)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", calls, 1000, (statement, call) -> {
            statement.setObject(1, call.at().atOffset(ZoneOffset.UTC));
            statement.setString(2, call.bot().name());
            statement.setString(3, call.method());
            statement.setObject(4, call.chatId(), Types.BIGINT);
            statement.setString(5, call.parameters());
            statement.setInt(6, call.status());
            statement.setString(7, call.answer());
            statement.setLong(8, call.millis());
            statement.setString(9, call.fault());
        });
        jdbc.update("DELETE FROM simulator_call WHERE call_id <= (SELECT max(call_id) FROM simulator_call) - ?", KEPT);
    }

    /** A per cent sign and an underscore mean themselves. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
