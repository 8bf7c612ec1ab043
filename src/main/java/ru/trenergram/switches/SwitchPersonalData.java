package ru.trenergram.switches;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Which switches a super-admin set last. */
@Component
class SwitchPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    SwitchPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("feature_switch");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "switches",
                jdbc.sql("SELECT feature, is_on, changed_at FROM feature_switch WHERE changed_by = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {}
}
