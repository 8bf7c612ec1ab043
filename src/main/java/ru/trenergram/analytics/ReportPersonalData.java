package ru.trenergram.analytics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Which reports staff have sent to them, and who has hidden a club's first steps. */
@Component
class ReportPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    ReportPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("report_subscription", "hidden_checklist");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "reports_sent",
                jdbc.sql("SELECT club_id, report, every, format, next_day FROM report_subscription WHERE user_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM report_subscription WHERE user_id = ?")
                .param(person.userId())
                .update();
    }
}
