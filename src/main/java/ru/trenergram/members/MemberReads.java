package ru.trenergram.members;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members as they stand in the table, with what the bot knows of them. Roles are the services' to look at. */
@Component
class MemberReads {

    static final String COLUMNS = """
        m.id, m.user_id, m.name, coalesce(m.phone, u.phone) AS phone, m.birthday, m.tags, m.note, m.consent,
        m.consent_at, concat_ws(' ', s.first_name, s.last_name) AS consent_by, m.source, m.created_at, m.version
        """;

    static final String TABLES = """
        club_member m LEFT JOIN users u ON u.id = m.user_id LEFT JOIN users s ON s.id = m.consent_by
        """;

    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLES + " WHERE m.club_id = ? AND ";

    private final JdbcClient jdbc;

    MemberReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Member> find(long clubId, long id) {
        return jdbc.sql(SELECT + "m.id = ?")
                .params(clubId, id)
                .query(MemberReads::member)
                .optional();
    }

    /** Waits for everybody else who changes them, in the order of their ids. */
    List<Member> lock(long clubId, Long... ids) {
        return jdbc.sql(SELECT + "m.id = ANY (?) ORDER BY m.id FOR UPDATE OF m")
                .params(clubId, ids)
                .query(MemberReads::member)
                .list();
    }

    Optional<Member> ofUser(long clubId, long userId) {
        return jdbc.sql(SELECT + "m.user_id = ?")
                .params(clubId, userId)
                .query(MemberReads::member)
                .optional();
    }

    /** Others of the club with the same phone. */
    List<Member> samePhone(long clubId, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + TABLES + """
            WHERE m.club_id = :club AND m.id <> :id
              AND coalesce(m.phone, u.phone) = (
                  SELECT coalesce(other.phone, its.phone)
                  FROM club_member other LEFT JOIN users its ON its.id = other.user_id
                  WHERE other.id = :id AND other.club_id = :club)
            ORDER BY m.id
            """)
                .param("club", clubId)
                .param("id", id)
                .query(MemberReads::member)
                .list();
    }

    static Member member(ResultSet row, int n) throws SQLException {
        Date birthday = row.getDate("birthday");
        return new Member(
                row.getLong("id"),
                row.getObject("user_id", Long.class),
                row.getString("name"),
                row.getString("phone"),
                birthday == null ? null : birthday.toLocalDate(),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("note"),
                consent(row),
                Member.Source.valueOf(row.getString("source")),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private static Member.@Nullable Consent consent(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("consent_at");
        return at == null
                ? null
                : new Member.Consent(row.getBoolean("consent"), at.toInstant(), row.getString("consent_by"));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
