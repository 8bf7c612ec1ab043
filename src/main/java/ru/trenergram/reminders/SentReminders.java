package ru.trenergram.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed to the bot, and what came of it. */
@Component
class SentReminders {

    private final JdbcClient jdbc;

    SentReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param deliveredAt null as long as it is on its way, and when the client could not be reached */
    record Sent(
            Reminder reminder, boolean onItsWay, @Nullable Instant deliveredAt) {}

    /** Takes a step of a booking's time; empty when it was taken before. */
    Optional<Long> add(UUID bookingId, ReminderStep step, Instant startsAt, Instant now) {
        return jdbc.sql("""
                        INSERT INTO reminder (booking_id, step, starts_at, handed_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .params(bookingId, step.name(), Timestamp.from(startsAt), Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    Optional<Sent> find(long id) {
        return jdbc.sql("SELECT * FROM reminder WHERE id = ?")
                .param(id)
                .query(SentReminders::sent)
                .optional();
    }

    Map<UUID, List<Sent>> of(Collection<UUID> bookingIds) {
        return jdbc
                .sql("SELECT * FROM reminder WHERE booking_id = ANY (?)")
                .param(bookingIds.toArray(UUID[]::new))
                .query(SentReminders::sent)
                .list()
                .stream()
                .collect(Collectors.groupingBy(sent -> sent.reminder().bookingId()));
    }

    /** The first word about it counts; empty for a second one. */
    Optional<Reminder> delivered(long id, Instant at) {
        return jdbc.sql("""
                        UPDATE reminder SET state = 'DELIVERED', delivered_at = ? WHERE id = ? AND state = 'HANDED_OVER'
                        RETURNING *
                        """)
                .params(Timestamp.from(at), id)
                .query(SentReminders::reminder)
                .optional();
    }

    Optional<Reminder> undeliverable(long id) {
        return jdbc.sql("""
                        UPDATE reminder SET state = 'UNDELIVERABLE' WHERE id = ? AND state = 'HANDED_OVER'
                        RETURNING *
                        """).param(id).query(SentReminders::reminder).optional();
    }

    /** It was not sent, and may be wanted again. */
    Optional<Reminder> forget(long id) {
        return jdbc.sql("DELETE FROM reminder WHERE id = ? AND state = 'HANDED_OVER' RETURNING *")
                .param(id)
                .query(SentReminders::reminder)
                .optional();
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        Timestamp delivered = row.getTimestamp("delivered_at");
        return new Sent(
                reminder(row, n),
                row.getString("state").equals("HANDED_OVER"),
                delivered == null ? null : delivered.toInstant());
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        return new Reminder(
                row.getLong("id"),
                row.getObject("booking_id", UUID.class),
                ReminderStep.valueOf(row.getString("step")),
                row.getTimestamp("starts_at").toInstant());
    }
}
