package ru.trenergram.scheduling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;
import ru.trenergram.trainers.Roster;

/** Sessions, and the time of trainers. Of a session nothing is left but who, when, for how much and what became of it. */
@Component
class SchedulingPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Bookings bookings;

    SchedulingPersonalData(JdbcClient jdbc, Roster roster, Bookings bookings) {
        this.jdbc = jdbc;
        this.roster = roster;
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
                "resource");
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(Subject person) {
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
                rows("SELECT starts_at, ends_at, reason FROM blocked_time WHERE trainer_id = ?", person));
    }

    private List<Map<String, Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    /** The rosters go first: a session that is just being booked is either cancelled here or refused. */
    @Override
    public void erase(Subject person) {
        roster.leaveAll(person.userId());
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
        jdbc.sql("UPDATE blocked_time SET reason = NULL WHERE trainer_id = ?")
                .param(person.userId())
                .update();
    }
}
