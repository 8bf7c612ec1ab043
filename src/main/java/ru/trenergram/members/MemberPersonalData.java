package ru.trenergram.members;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/**
 * What clubs have in their records about their clients, also those who are known by the same phone number alone, and what
 * staff have saved and imported.
 */
@Component
class MemberPersonalData implements PersonalData {

    /** Numbers are written in many ways; the last digits are the same. */
    private static final int DIGITS = 10;

    private final JdbcClient jdbc;

    MemberPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("club_member", "member_filter", "member_import");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "records_of_clubs",
                rows("""
                    SELECT club.name AS club, club_member.name, phone, birthday, array_to_string(tags, ', ') AS tags, note,
                        consent, consent_at, source, club_member.created_at
                    FROM club_member JOIN club ON club.id = club_id WHERE user_id = ?
                    """, person),
                "saved_filters",
                rows("SELECT club_id, name, query FROM member_filter WHERE staff_id = ?", person),
                "imports",
                rows(
                        "SELECT club_id, file_name, total, state, created_at FROM member_import WHERE staff_id = ?",
                        person));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    /** Where both are in the records of a club the one that stays takes over what it has not. */
    @Override
    public void move(Subject from, Subject into) {
        for (String sql : List.of(
                """
                UPDATE club_member stays
                SET phone = coalesce(stays.phone, goes.phone), birthday = coalesce(stays.birthday, goes.birthday),
                    tags = ARRAY(SELECT DISTINCT unnest(stays.tags || goes.tags)),
                    note = nullif(concat_ws(E'\\n', stays.note, goes.note), ''), version = stays.version + 1
                FROM club_member goes
                WHERE stays.user_id = :into AND goes.user_id = :from AND goes.club_id = stays.club_id
                """, """
                DELETE FROM club_member goes USING club_member stays
                WHERE stays.user_id = :into AND goes.user_id = :from AND goes.club_id = stays.club_id
                """, "UPDATE club_member SET user_id = :into, version = version + 1 WHERE user_id = :from")) {
            jdbc.sql(sql)
                    .param("from", from.userId())
                    .param("into", into.userId())
                    .update();
        }
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("""
            UPDATE club_member SET name = '–', phone = NULL, birthday = NULL, tags = '{}', note = NULL,
                consent = NULL, consent_at = NULL, consent_by = NULL, version = version + 1
            WHERE user_id = ?
            """).param(person.userId()).update();
        jdbc.sql("DELETE FROM member_filter WHERE staff_id = ?")
                .param(person.userId())
                .update();
        if (person.phone() != null) {
            jdbc.sql("DELETE FROM club_member WHERE user_id IS NULL AND phone = ?")
                    .param(person.phone())
                    .update();
            String digits = person.phone().replaceAll("\\D", "");
            forgetRows(
                    "strpos(regexp_replace(array_to_string(cells, '|'), '[^0-9|]', '', 'g'), ?) > 0",
                    digits.substring(Math.max(0, digits.length() - DIGITS)));
        }
        if (person.lastName() != null) {
            forgetRows("strpos(array_to_string(cells, ' '), ?) > 0", person.firstName() + " " + person.lastName());
        }
    }

    private void forgetRows(String condition, String value) {
        jdbc.sql("UPDATE member_import_row SET cells = '{}', detail = NULL WHERE " + condition)
                .param(value)
                .update();
    }
}
