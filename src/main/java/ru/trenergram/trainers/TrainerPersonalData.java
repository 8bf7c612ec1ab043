package ru.trenergram.trainers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Trainers' profiles, rosters with their notes, and personal invitations. */
@Component
class TrainerPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final Roster roster;

    TrainerPersonalData(JdbcClient jdbc, Roster roster) {
        this.jdbc = jdbc;
        this.roster = roster;
    }

    @Override
    public Set<String> tables() {
        return Set.of("trainer", "roster_entry", "client_invitation");
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(Subject person) {
        return Map.of(
                "trainer",
                rows("""
                        SELECT price, session_minutes, slot_step_minutes, timezone, self_booking, min_notice_hours,
                            max_advance_days, charge_hours_before, about, array_to_string(specialties, ', ') AS specialties,
                            place, listed, reminders_enabled, quiet_from, quiet_to, created_at
                        FROM trainer WHERE user_id = ?
                        """, person),
                "trainers",
                rows("""
                        SELECT concat_ws(' ', first_name, last_name) AS trainer, price, note, archived, joined_at, left_at
                        FROM roster_entry JOIN users ON users.id = trainer_id WHERE client_id = ? ORDER BY joined_at
                        """, person),
                "clients",
                rows("""
                        SELECT concat_ws(' ', first_name, last_name) AS client, price, note, archived, joined_at, left_at
                        FROM roster_entry JOIN users ON users.id = client_id WHERE trainer_id = ? ORDER BY joined_at
                        """, person),
                "invitations_followed",
                rows("SELECT trainer_id, used_at FROM client_invitation WHERE used_by = ?", person));
    }

    private List<Map<String, Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    @Override
    public void erase(Subject person) {
        roster.leaveAll(person.userId());
        jdbc.sql("""
                        UPDATE roster_entry SET note = NULL, version = version + 1
                        WHERE (client_id = :user OR trainer_id = :user) AND note IS NOT NULL
                        """).param("user", person.userId()).update();
        jdbc.sql("""
                        UPDATE trainer SET about = NULL, specialties = '{}', place = NULL, listed = false,
                            self_booking = 'OFF', version = version + 1
                        WHERE user_id = ? AND (listed OR about IS NOT NULL OR place IS NOT NULL OR specialties <> '{}')
                        """).param(person.userId()).update();
        jdbc.sql("DELETE FROM client_invitation WHERE trainer_id = :user OR used_by = :user")
                .param("user", person.userId())
                .update();
    }
}
