package ru.trenergram.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** One-time links that nobody has followed yet. */
@Component
class LoginPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    LoginPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("one_time_login");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "sign_in_links",
                jdbc.sql("SELECT expires_at FROM one_time_login WHERE user_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM one_time_login WHERE user_id = ?")
                .param(person.userId())
                .update();
    }
}
