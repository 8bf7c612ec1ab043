package ru.trenergram.balances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.balances.EntryReason.ByTrainer;
import ru.trenergram.balances.EntryReason.MoveNotAccepted;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Money;

/** The append-only table. The row of a pair's balance is locked from its change until the end of the transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ledger {

    private static final String SELECT = """
            SELECT ledger_entry.*, ledger_comment.text AS comment
            FROM ledger_entry LEFT JOIN ledger_comment ON entry_id = id
            WHERE\s""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds an entry and moves the balance by its amount. The bounds of one amount, in the table, keep any number of
     * entries that could ever be made from an overflow.
     */
    LedgerEntry append(
            long trainerId, long clientId, EntryKind kind, Money amount, @Nullable UUID bookingId, EntryReason reason) {
        long balance = move(trainerId, clientId, amount.amount());
        Instant now = clock.instant();
        SessionCharged session = reason instanceof SessionCharged charged ? charged : null;
        long id = jdbc.sql("""
                        INSERT INTO ledger_entry (trainer_id, client_id, kind, amount, balance_after, booking_id, actor,
                            reason, charge_hours_before, charge_at, session_at, created_at)
                        VALUES (:trainer, :client, :kind, :amount, :balance, :booking, :actor,
                            :reason, :hours, :chargeAt, :sessionAt, :now)
                        RETURNING id
                        """)
                .param("trainer", trainerId)
                .param("client", clientId)
                .param("kind", kind.name())
                .param("amount", amount.amount())
                .param("balance", balance)
                .param("booking", bookingId)
                .param("actor", reason instanceof ByTrainer ? "TRAINER" : "SYSTEM")
                .param("reason", code(reason))
                .param("hours", session == null ? null : session.hoursBefore())
                .param("chargeAt", session == null ? null : Timestamp.from(session.chargeAt()))
                .param("sessionAt", session == null ? null : Timestamp.from(session.startsAt()))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        if (reason instanceof ByTrainer(String comment)) {
            if (comment != null) {
                jdbc.sql("INSERT INTO ledger_comment (entry_id, text) VALUES (?, ?)")
                        .params(id, comment)
                        .update();
            }
            Facts before = Facts.none().with("balance", balance - amount.amount());
            Facts after = Facts.none()
                    .with("kind", kind)
                    .with("amount", amount.amount())
                    .with("balance", balance)
                    .with("client_id", clientId);
            events.publishEvent(Changed.byTrainer(trainerId, Thing.LEDGER_ENTRY, id, before, after));
        }
        events.publishEvent(new BalanceChanged(id, kind));
        return new LedgerEntry(id, trainerId, clientId, kind, amount, Money.rubles(balance), bookingId, reason, now);
    }

    /** The newest first. */
    List<LedgerEntry> of(long trainerId, long clientId, long beforeId, int limit) {
        return jdbc.sql(SELECT + "trainer_id = ? AND client_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(trainerId, clientId, beforeId, limit)
                .query(Ledger::entry)
                .list();
    }

    Optional<LedgerEntry> find(long id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(Ledger::entry).optional();
    }

    private long move(long trainerId, long clientId, long amount) {
        return jdbc.sql("""
                        INSERT INTO balance (trainer_id, client_id, amount) VALUES (?, ?, ?)
                        ON CONFLICT (trainer_id, client_id) DO UPDATE SET amount = balance.amount + EXCLUDED.amount
                        RETURNING amount
                        """)
                .params(trainerId, clientId, amount)
                .query(Long.class)
                .single();
    }

    private static String code(EntryReason reason) {
        return switch (reason) {
            case ByTrainer byTrainer -> "BY_TRAINER";
            case SessionCharged charged -> charged.agreedLater() ? "AGREED_LATER" : "BEFORE_START";
            case MoveNotAccepted returned -> "MOVE_NOT_ACCEPTED";
        };
    }

    private static LedgerEntry entry(ResultSet row, int n) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getLong("trainer_id"),
                row.getLong("client_id"),
                EntryKind.valueOf(row.getString("kind")),
                Money.rubles(row.getLong("amount")),
                Money.rubles(row.getLong("balance_after")),
                row.getObject("booking_id", UUID.class),
                reason(row),
                row.getTimestamp("created_at").toInstant());
    }

    private static EntryReason reason(ResultSet row) throws SQLException {
        String code = row.getString("reason");
        return switch (code) {
            case "BY_TRAINER" -> new ByTrainer(row.getString("comment"));
            case "MOVE_NOT_ACCEPTED" -> new MoveNotAccepted();
            default ->
                new SessionCharged(
                        row.getInt("charge_hours_before"),
                        row.getTimestamp("charge_at").toInstant(),
                        row.getTimestamp("session_at").toInstant(),
                        code.equals("AGREED_LATER"));
        };
    }
}
