package ru.trenergram.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users as others see them: nearly every call asks for some, and the entity is only needed to change one. */
@Component
class UserReads {

    private static final String SELECT =
            "SELECT id, phone, language, timezone, " + Person.COLUMNS + " FROM users WHERE ";

    private final JdbcClient jdbc;

    UserReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UserInfo> find(long userId) {
        return jdbc.sql(SELECT + "id = ?").param(userId).query(UserReads::info).optional();
    }

    Optional<UserInfo> findByTelegramId(long telegramId) {
        return jdbc.sql(SELECT + "telegram_id = ?")
                .param(telegramId)
                .query(UserReads::info)
                .optional();
    }

    List<UserInfo> findAll(Collection<Long> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "id = ANY (?)")
                        .param(userIds.toArray(Long[]::new))
                        .query(UserReads::info)
                        .list();
    }

    void hold(Collection<Long> userIds) {
        jdbc.sql("SELECT id FROM users WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")
                .param(userIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private static UserInfo info(ResultSet row, int n) throws SQLException {
        String timezone = row.getString("timezone");
        return new UserInfo(
                row.getLong("id"),
                Person.of(row),
                row.getString("phone"),
                Locale.of(row.getString("language")),
                timezone == null ? null : ZoneId.of(timezone));
    }
}
