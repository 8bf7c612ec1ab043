package ru.trenergram.analytics;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.support.Api;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** A trainer with a past, which is written straight into the tables: no call of the API leads there. */
final class Studio {

    private static final AtomicLong IDS = new AtomicLong(8_300_000_000L);

    final Somebody trainer;
    final Api.Client phone;

    private final ApplicationContext application;
    private final JdbcClient jdbc;

    record Somebody(long telegramId, long userId) {}

    /** @param application whose clock is put back to its start */
    Studio(ApplicationContext application, ZoneId zone) {
        this.application = application;
        this.jdbc = application.getBean(JdbcClient.class);
        application.getBean(MovableClock.class).moveTo(MovableClock.START);
        this.trainer = somebody("Марина");
        this.phone = application.getBean(Api.class).signedIn(trainer.telegramId, "Марина");
        application.getBean(Trainers.class).register(trainer.userId, Money.rubles(250_000), 60, zone, null);
        jdbc.sql("INSERT INTO resource (trainer_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(trainer.userId)
                .update();
    }

    Somebody somebody(String name) {
        long telegramId = IDS.incrementAndGet();
        application.getBean(Api.class).signedIn(telegramId, name);
        return new Somebody(
                telegramId,
                application.getBean(Users.class).byTelegramId(telegramId).id());
    }

    Somebody client(String name, Instant joinedAt) {
        Somebody client = somebody(name);
        jdbc.sql("INSERT INTO roster_entry (trainer_id, client_id, recent_at, joined_at) VALUES (?, ?, ?, ?)")
                .params(trainer.userId, client.userId, Timestamp.from(joinedAt), Timestamp.from(joinedAt))
                .update();
        jdbc.sql("INSERT INTO balance (trainer_id, client_id, amount) VALUES (?, ?, 0)")
                .params(trainer.userId, client.userId)
                .update();
        return client;
    }

    /** A session that occupies its time unless it is cancelled. */
    void session(Somebody client, Instant start, Instant end, String status, long price, String note) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, awaiting, price, note,
                            charge_hours_before, charge_at, outside_working_hours, created_by, cancelled_by, status_by,
                            version, created_at, expires_at, settled)
                        VALUES (:id, :trainer, :client, :start, :end, :status,
                            CASE WHEN :status = 'PENDING' THEN 'CLIENT' END, :price, :note, 12, :start, false, 'TRAINER',
                            CASE WHEN :status = 'CANCELLED' THEN 'CLIENT' END, 'TRAINER', 0, :start,
                            CASE WHEN :status = 'PENDING' THEN :end::timestamptz END, true)
                        """)
                .params(Map.of("id", id, "trainer", trainer.userId, "client", client.userId, "status", status))
                .params(Map.of("price", price, "start", Timestamp.from(start), "end", Timestamp.from(end)))
                .param("note", note)
                .update();
        if (!status.equals("CANCELLED")) {
            occupy(start, end, "BOOKING", id, null);
        }
    }

    void block(Instant start, Instant end) {
        long id = jdbc.sql("INSERT INTO blocked_time (trainer_id, starts_at, ends_at) VALUES (?, ?, ?) RETURNING id")
                .params(trainer.userId, Timestamp.from(start), Timestamp.from(end))
                .query(Long.class)
                .single();
        occupy(start, end, "BLOCK", null, id);
    }

    void entry(Somebody client, String kind, long amount, Instant at, String comment) {
        UUID booking = null;
        if (kind.equals("CHARGE")) {
            booking = jdbc.sql("SELECT id FROM booking WHERE client_id = ? AND id NOT IN "
                            + "(SELECT booking_id FROM ledger_entry WHERE booking_id IS NOT NULL) LIMIT 1")
                    .param(client.userId)
                    .query(UUID.class)
                    .single();
        }
        long id = jdbc.sql("""
                        INSERT INTO ledger_entry (trainer_id, client_id, kind, amount, balance_after, booking_id, actor,
                            reason, charge_hours_before, charge_at, session_at, created_at)
                        VALUES (:trainer, :client, :kind, :amount, 0, :booking, 'TRAINER',
                            CASE WHEN :kind = 'CHARGE' THEN 'BEFORE_START' ELSE 'BY_TRAINER' END,
                            12, :at, CASE WHEN :kind = 'CHARGE' THEN :at::timestamptz END, :at) RETURNING id
                        """)
                .params(Map.of("trainer", trainer.userId, "client", client.userId, "kind", kind, "amount", amount))
                .param("booking", booking)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        if (comment != null) {
            jdbc.sql("INSERT INTO ledger_comment (entry_id, text) VALUES (?, ?)")
                    .params(id, comment)
                    .update();
        }
    }

    /** Sessions that never took place, every few minutes from a moment on. */
    void cancelledSessions(Somebody client, Instant from, int count, String note) {
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, price, note,
                            charge_hours_before, charge_at, outside_working_hours, created_by, cancelled_by, status_by,
                            version, created_at)
                        SELECT gen_random_uuid(), :trainer, :client, at, at + interval '1 hour', 'CANCELLED', 250000,
                            :note, 12, at, false, 'CLIENT', 'CLIENT', 'CLIENT', 0, at
                        FROM (SELECT :from::timestamptz + n * interval '4 minutes' AS at
                            FROM generate_series(1, :count) AS n) AS moments
                        """)
                .params(Map.of("trainer", trainer.userId, "client", client.userId, "count", count, "note", note))
                .param("from", Timestamp.from(from))
                .update();
    }

    String path(String rest) {
        return "/analytics/trainer/" + trainer.telegramId + rest;
    }

    private void occupy(Instant start, Instant end, String kind, UUID booking, Long block) {
        jdbc.sql("""
                        INSERT INTO occupancy (resource_id, during, kind, booking_id, block_id)
                        SELECT id, tstzrange(:start, :end, '[)'), :kind, :booking, :block
                        FROM resource WHERE trainer_id = :trainer
                        """)
                .params(Map.of("start", Timestamp.from(start), "end", Timestamp.from(end), "kind", kind))
                .param("booking", booking)
                .param("block", block)
                .param("trainer", trainer.userId)
                .update();
    }
}
