package ru.trenergram.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Who asked support when. What they wrote stands in Telegram alone. */
@Component
class SupportPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    SupportPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("support_request", "support_message", "support_undelivered");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "support_requests",
                jdbc.sql("SELECT asked_at FROM support_request WHERE user_id = ? ORDER BY id")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        String theirs = " WHERE request_id IN (SELECT id FROM support_request WHERE user_id = ?)";
        for (String sql : List.of(
                "DELETE FROM support_message" + theirs,
                "DELETE FROM support_undelivered" + theirs,
                "DELETE FROM support_request WHERE user_id = ?")) {
            jdbc.sql(sql).param(person.userId()).update();
        }
        if (person.telegramId() != null) {
            jdbc.sql("DELETE FROM support_message WHERE chat_id = ?")
                    .param(person.telegramId())
                    .update();
        }
    }
}
