package ru.trenergram.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** What somebody entered into the books of clubs, which are append-only. They are about the club. */
@Component
class SubscriptionPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    SubscriptionPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("subscription_entry");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "entries_for_clubs",
                jdbc.sql("""
                        SELECT club_id, kind, amount, months, days, tariff_code, comment, created_at
                        FROM subscription_entry WHERE actor_id = ? ORDER BY id
                        """).param(person.userId()).query().listOfRows());
    }

    @Override
    public void erase(Subject person) {}
}
