package ru.trenergram.scheduling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Sessions, and the time of trainers. Of a session nothing is left but who, when, for how much and what became of it. */
@Component
class SchedulingPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final Bookings bookings;

    SchedulingPersonalData(JdbcClient jdbc, Bookings bookings) {
        this.jdbc = jdbc;
        this.bookings = bookings;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "booking",
                "booking_history",
                "working_week",
                "working_rule",
                "working_exception",
                "blocked_time",
                "resource",
                "bulk_cancellation");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "sessions_as_client",
                rows("""
                        SELECT concat_ws(' ', first_name, last_name) AS trainer, starts_at, ends_at, status, price, note,
                            created_by, cancelled_by, cancel_reason, booking.created_at
                        FROM booking JOIN users ON users.id = trainer_id WHERE client_id = ? ORDER BY starts_at
                        """, person),
                "sessions_as_trainer",
                rows("""
                        SELECT concat_ws(' ', first_name, last_name) AS client, starts_at, ends_at, status, price, note,
                            created_by, cancelled_by, cancel_reason, booking.created_at
                        FROM booking JOIN users ON users.id = client_id WHERE trainer_id = ? ORDER BY starts_at
                        """, person),
                "deeds",
                rows(
                        "SELECT booking_id, at, actor, change FROM booking_history WHERE actor_user = ? ORDER BY at",
                        person),
                "working_hours",
                rows("SELECT weekday, from_minute, to_minute FROM working_rule WHERE trainer_id = ?", person),
                "exceptions",
                rows(
                        "SELECT kind, date_from, date_to, from_minute, to_minute, reason FROM working_exception WHERE trainer_id = ?",
                        person),
                "blocked_time",
                rows("SELECT starts_at, ends_at, reason FROM blocked_time WHERE trainer_id = ?", person),
                "bulk_cancellations",
                rows(
                        "SELECT club_id, reason, started_at, finished_at FROM bulk_cancellation WHERE staff_id = ?",
                        person));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    @Override
    public void move(Subject from, Subject into) {
        bookings.moveClient(from.userId(), into.userId());
        for (String sql : List.of(
                "UPDATE booking SET status_by_user = :into WHERE status_by_user = :from",
                "UPDATE booking_history SET actor_user = :into WHERE actor_user = :from")) {
            jdbc.sql(sql)
                    .param("from", from.userId())
                    .param("into", into.userId())
                    .update();
        }
    }

    @Override
    public void erase(Subject person) {
        bookings.cancelAllAhead(person.userId());
        jdbc.sql("""
                        UPDATE booking SET note = NULL,
                            cancel_reason = CASE WHEN cancelled_by = 'SYSTEM' THEN cancel_reason END
                        WHERE (trainer_id = :user OR client_id = :user)
                          AND (note IS NOT NULL OR cancel_reason IS NOT NULL AND cancelled_by <> 'SYSTEM')
                        """).param("user", person.userId()).update();
        jdbc.sql("DELETE FROM working_rule WHERE trainer_id = ?")
                .param(person.userId())
                .update();
        jdbc.sql("DELETE FROM working_exception WHERE trainer_id = ?")
                .param(person.userId())
                .update();
        jdbc.sql("UPDATE bulk_cancellation SET reason = '–' WHERE staff_id = ? AND finished_at IS NOT NULL")
                .param(person.userId())
                .update();
        jdbc.sql("UPDATE blocked_time SET reason = NULL WHERE trainer_id = ?")
                .param(person.userId())
                .update();
    }
}
