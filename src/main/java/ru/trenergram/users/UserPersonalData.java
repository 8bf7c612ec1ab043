package ru.trenergram.users;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Profiles. A block is lifted with the erasure: nothing would be left by which to know the person again. */
@Component
class UserPersonalData implements PersonalData {

    private static final String NAME_OF_NOBODY =
            "CASE language WHEN 'ru' THEN 'Удалённый аккаунт' ELSE 'Deleted account' END";

    private final JdbcClient jdbc;

    UserPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("users", "user_block", "user_erasure");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "profile",
                jdbc.sql("SELECT * FROM users WHERE id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows(),
                "block",
                jdbc.sql("SELECT reason, blocked_at FROM user_block WHERE user_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void move(Subject from, Subject into) {
        jdbc.sql("""
                        UPDATE users stays
                        SET phone = coalesce(stays.phone, goes.phone), source = coalesce(stays.source, goes.source),
                            created_at = least(stays.created_at, goes.created_at)
                        FROM users goes WHERE stays.id = :into AND goes.id = :from
                        """).param("from", from.userId()).param("into", into.userId()).update();
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM user_block WHERE user_id = ?")
                .param(person.userId())
                .update();
        jdbc.sql("UPDATE users SET first_name = " + NAME_OF_NOBODY + """
                        , last_name = NULL, username = NULL, photo_url = NULL, phone = NULL, timezone = NULL, source = NULL,
                            telegram_id = NULL, seen_at = NULL
                        WHERE id = ?
                        """)
                .param(person.userId())
                .update();
    }
}
