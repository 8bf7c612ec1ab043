package ru.trenergram.reminders;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Of what somebody was reminded. No table here names people: they follow from the sessions, and hold no words. */
@Component
class ReminderPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    ReminderPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("reminder");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of("reminders", jdbc.sql("""
                        SELECT booking_id, step, reminder.starts_at, state, handed_at, delivered_at
                        FROM reminder JOIN booking ON booking.id = booking_id WHERE client_id = ? ORDER BY handed_at
                        """).param(person.userId()).query().listOfRows());
    }

    @Override
    public void erase(Subject person) {}
}
