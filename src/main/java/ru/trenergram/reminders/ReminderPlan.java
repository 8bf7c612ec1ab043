package ru.trenergram.reminders;

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
    List<Due> claim(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT booking_id, due_at FROM reminder_plan
                        WHERE due_at <= ? ORDER BY due_at LIMIT ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        row.getObject("booking_id", UUID.class),
                        row.getTimestamp("due_at").toInstant()))
                .list();
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
