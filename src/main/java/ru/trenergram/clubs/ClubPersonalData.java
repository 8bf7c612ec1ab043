package ru.trenergram.clubs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Who works at clubs, and who asked to. The clubs themselves stay; their last owner is not erased before there is another. */
@Component
class ClubPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final StaffMembers staff;

    ClubPersonalData(JdbcClient jdbc, StaffMembers staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "staff_member",
                "club_trainer",
                "staff_invitation",
                "trainer_invitation",
                "club_application",
                "opened_club");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "trainer_invitations",
                rows("""
                        SELECT club.name AS club, places, taken, made_at, expires_at
                        FROM trainer_invitation JOIN club ON club.id = club_id WHERE invited_by = ?
                        """, person),
                "staff",
                rows("""
                        SELECT club.name AS club, role, since FROM staff_member JOIN club ON club.id = club_id WHERE user_id = ?
                        """, person),
                "trainer_at",
                rows("""
                        SELECT club.name AS club, status, since FROM club_trainer JOIN club ON club.id = club_id
                        WHERE trainer_id = ?
                        """, person),
                "staff_invitations",
                rows("""
                        SELECT club.name AS club, role, state, expires_at FROM staff_invitation JOIN club ON club.id = club_id
                        WHERE invited_by = ?
                        """, person),
                "club_applications",
                rows("""
                        SELECT name, city, address, timezone, contact, created_at, state, decided_at, reason
                        FROM club_application WHERE applicant_id = ?
                        """, person));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    /** Who has which role where is for the clubs to say. */
    @Override
    public Optional<String> hindersMerge(Subject from, Subject into) {
        boolean staff = jdbc.sql("SELECT EXISTS (SELECT FROM staff_member WHERE user_id = ?)")
                .param(from.userId())
                .query(Boolean.class)
                .single();
        return staff ? Optional.of("staff") : Optional.empty();
    }

    @Override
    public void move(Subject from, Subject into) {
        jdbc.sql("""
                        UPDATE club_application SET applicant_id = :into
                        WHERE applicant_id = :from AND (state <> 'OPEN' OR NOT EXISTS (
                            SELECT FROM club_application WHERE applicant_id = :into AND state = 'OPEN'))
                        """).param("from", from.userId()).param("into", into.userId()).update();
    }

    @Override
    public void erase(Subject person) {
        staff.leaveAll(person.userId());
        for (String sql : List.of(
                "DELETE FROM club_trainer WHERE trainer_id = ?",
                "DELETE FROM staff_invitation WHERE invited_by = ?",
                "DELETE FROM trainer_invitation WHERE invited_by = ?",
                "DELETE FROM opened_club WHERE user_id = ?",
                "DELETE FROM club_application WHERE applicant_id = ? AND state <> 'APPROVED'",
                "UPDATE club_application SET contact = NULL WHERE applicant_id = ?")) {
            jdbc.sql(sql).param(person.userId()).update();
        }
    }
}
