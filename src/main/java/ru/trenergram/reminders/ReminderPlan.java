package ru.trenergram.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each booking is to be looked at next. */
@Component
class ReminderPlan {

    private final JdbcClient jdbc;

    ReminderPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(UUID bookingId, Instant at) {}

    /** Something about these bookings may have changed: they are looked at in the next run. */
    void lookAt(Collection<UUID> bookingIds, Instant now) {
        jdbc.sql("""
                        INSERT INTO reminder_plan (booking_id, due_at)
                        SELECT id, :now FROM unnest(:bookings) id ORDER BY id
                        ON CONFLICT (booking_id) DO UPDATE SET due_at = least(reminder_plan.due_at, excluded.due_at)
                        """)
                .param("now", Timestamp.from(now))
                .param("bookings", bookingIds.toArray(UUID[]::new))
                .update();
    }

    /** Takes at most {@code limit} of those that are due; what another node has in hand is left to it. */
    List<Due> claim(Instant now, int limit, UUID[] except) {
        return select(
                        "due_at <= :now AND booking_id <> ALL(:bookings) ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED")
                .param("now", Timestamp.from(now))
                .param("bookings", except)
                .param("limit", limit)
                .query(ReminderPlan::read)
                .list();
    }

    /** Takes one, if it is due and nobody else has it in hand. */
    List<Due> claim(Instant now, UUID bookingId) {
        return select("due_at <= :now AND booking_id = :booking FOR UPDATE SKIP LOCKED")
                .param("now", Timestamp.from(now))
                .param("booking", bookingId)
                .query(ReminderPlan::read)
                .list();
    }

    /** Names what {@link #claim(Instant, int, UUID[])} would take. */
    List<UUID> due(Instant now, int limit, UUID[] except) {
        return select("due_at <= :now AND booking_id <> ALL(:bookings) ORDER BY due_at LIMIT :limit")
                .param("now", Timestamp.from(now))
                .param("bookings", except)
                .param("limit", limit)
                .query((row, n) -> read(row, n).bookingId())
                .list();
    }

    private JdbcClient.StatementSpec select(String condition) {
        return jdbc.sql("SELECT booking_id, due_at FROM reminder_plan WHERE " + condition);
    }

    private static Due read(ResultSet row, int n) throws SQLException {
        return new Due(
                row.getObject("booking_id", UUID.class),
                row.getTimestamp("due_at").toInstant());
    }

    void putOff(UUID bookingId, Instant until) {
        jdbc.sql("UPDATE reminder_plan SET due_at = ? WHERE booking_id = ?")
                .params(Timestamp.from(until), bookingId)
                .update();
    }

    void close(UUID bookingId) {
        jdbc.sql("DELETE FROM reminder_plan WHERE booking_id = ?")
                .param(bookingId)
                .update();
    }
}
