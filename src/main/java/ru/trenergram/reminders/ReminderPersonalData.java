package ru.trenergram.reminders;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;
import ru.trenergram.scheduling.BookingWatch;

/**
 * Of what somebody was reminded. No table here names people: they follow from the sessions, and hold no words. It comes
 * before the sessions, which tell whose reminders are to be moved.
 */
@Component
@Order(0)
class ReminderPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final BookingWatch watch;
    private final ReminderPlan plan;
    private final Clock clock;

    ReminderPersonalData(JdbcClient jdbc, BookingWatch watch, ReminderPlan plan, Clock clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.plan = plan;
        this.clock = clock;
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

    /** What has not reached the one account is sent to the other. */
    @Override
    public void move(Subject from, Subject into) {
        List<UUID> ahead = watch.ahead(from.userId());
        jdbc.sql("DELETE FROM reminder WHERE state <> 'DELIVERED' AND booking_id = ANY (?)")
                .param(ahead.toArray(UUID[]::new))
                .update();
        plan.lookAt(ahead, clock.instant());
    }

    @Override
    public void erase(Subject person) {}
}
