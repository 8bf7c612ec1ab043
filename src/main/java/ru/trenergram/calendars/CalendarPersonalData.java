package ru.trenergram.calendars;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** The secret address of somebody's feed. */
@Component
class CalendarPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    CalendarPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("calendar_feed");
    }

    /** Without the secret: whoever is given the copy could read the feed from then on. */
    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "calendar_feed",
                jdbc.sql("SELECT created_at FROM calendar_feed WHERE user_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM calendar_feed WHERE user_id = ?")
                .param(person.userId())
                .update();
    }
}
