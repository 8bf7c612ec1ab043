package ru.trenergram.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.balances.EntryKind;
import ru.trenergram.scheduling.BookingStatus;

/** Reads the lines of exports through a cursor, however many there are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportLines {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    ExportLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lines are about; each has the same columns. */
    enum Part {
        SESSIONS("""
            SELECT starts_at AS at, id::text AS id, client_id, status AS state, price AS amount,
                (extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes, note AS words,
                NULL::bigint AS balance_after, NULL::text AS reason, NULL::timestamptz AS session_at
            FROM booking WHERE trainer_id = :trainer AND starts_at >= :from AND starts_at < :to\
            """),
        ENTRIES("""
            SELECT created_at AS at, lpad(id::text, 20) AS id, client_id, kind AS state, amount,
                NULL::int AS minutes, text AS words, balance_after, reason, session_at
            FROM ledger_entry LEFT JOIN ledger_comment ON entry_id = id
            WHERE trainer_id = :trainer AND created_at >= :from AND created_at < :to\
            """);

        private final String sql;

        Part(String sql) {
            this.sql = sql;
        }
    }

    interface Reader {
        void read(ExportLine line);
    }

    /** Hands over the lines of some parts, in the order of time. */
    void read(Period period, Reader reader, Part... parts) {
        String lines = Arrays.stream(parts).map(part -> part.sql).collect(Collectors.joining("\nUNION ALL\n"));
        jdbc.sql("SELECT line.*, first_name, last_name FROM (" + lines
                        + ") AS line JOIN users ON users.id = client_id ORDER BY at, line.id")
                .params(Reports.bounds(period))
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.read(line(row, period.trainer().timezone()));
                });
    }

    private static ExportLine line(ResultSet row, ZoneId zone) throws SQLException {
        LocalDateTime at = Objects.requireNonNull(local(row.getTimestamp("at"), zone));
        String client = Stream.of(row.getString("first_name"), row.getString("last_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        BigDecimal amount = rubles(row.getLong("amount"));
        String state = row.getString("state");
        String words = row.getString("words");
        String reason = row.getString("reason");
        return reason == null
                ? new ExportLine.Session(at, client, row.getInt("minutes"), BookingStatus.valueOf(state), amount, words)
                : new ExportLine.Entry(
                        at,
                        client,
                        EntryKind.valueOf(state),
                        amount,
                        rubles(row.getLong("balance_after")),
                        reason.equals("MOVE_NOT_ACCEPTED"),
                        words,
                        local(row.getTimestamp("session_at"), zone));
    }

    private static BigDecimal rubles(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2);
    }

    private static @Nullable LocalDateTime local(@Nullable Timestamp timestamp, ZoneId zone) {
        return timestamp == null ? null : LocalDateTime.ofInstant(timestamp.toInstant(), zone);
    }
}
