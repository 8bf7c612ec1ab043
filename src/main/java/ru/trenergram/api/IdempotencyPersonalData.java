package ru.trenergram.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/**
 * Answers that are kept for a day, to be given again. Those to the person's
 * trainers or clients may be about the person: of them only that they were given stays.
 */
@Component
class IdempotencyPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    IdempotencyPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("idempotency_key");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "repeatable_calls",
                jdbc.sql("SELECT key, status, location, created_at FROM idempotency_key WHERE user_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM idempotency_key WHERE user_id = ?")
                .param(person.userId())
                .update();
        jdbc.sql("""
                        UPDATE idempotency_key SET body = '{}' WHERE body IS NOT NULL AND user_id IN (
                            SELECT trainer_id FROM roster_entry WHERE client_id = :user
                            UNION SELECT client_id FROM roster_entry WHERE trainer_id = :user)
                        """).param("user", person.userId()).update();
    }
}
