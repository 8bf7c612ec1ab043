package ru.trenergram.trainers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/**
 * Trainers' profiles, rosters with their notes, and personal invitations. They come before the sessions, as whoever books
 * takes them: a session that is just being made is either seen or refused.
 */
@Component
@Order(0)
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
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
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

    private List<Map<String, @Nullable Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    @Override
    public Optional<String> hindersMerge(Subject from, Subject into) {
        if (is("SELECT EXISTS (SELECT FROM trainer WHERE user_id = :from)", from, into)) {
            return Optional.of("trainer");
        }
        return is("SELECT EXISTS (SELECT FROM roster_entry WHERE trainer_id = :into AND client_id = :from)", from, into)
                ? Optional.of("own_trainer")
                : Optional.empty();
    }

    private boolean is(String sql, Subject from, Subject into) {
        return pair(sql, from, into).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec pair(String sql, Subject from, Subject into) {
        return jdbc.sql(sql).param("from", from.userId()).param("into", into.userId());
    }

    /** Where both are a trainer's clients the entry that stays takes over the note, and is on the roster if one was. */
    @Override
    public void move(Subject from, Subject into) {
        pair("""
                UPDATE roster_entry stays
                SET note = nullif(concat_ws(E'\n', stays.note, goes.note), ''), price = coalesce(stays.price, goes.price),
                    left_at = CASE WHEN goes.left_at IS NULL THEN NULL ELSE stays.left_at END,
                    archived = stays.archived AND goes.archived, version = stays.version + 1
                FROM roster_entry goes
                WHERE stays.client_id = :into AND goes.client_id = :from AND goes.trainer_id = stays.trainer_id
                """, from, into).update();
        pair("""
                DELETE FROM roster_entry goes USING roster_entry stays
                WHERE stays.client_id = :into AND goes.client_id = :from AND goes.trainer_id = stays.trainer_id
                """, from, into).update();
        pair("UPDATE roster_entry SET client_id = :into, version = version + 1 WHERE client_id = :from", from, into)
                .update();
        pair("UPDATE client_invitation SET used_by = :into WHERE used_by = :from", from, into)
                .update();
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
