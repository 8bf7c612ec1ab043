package ru.trenergram.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** What somebody changed. The audit holds ids, numbers and the lengths of words: there is nothing to forget in it. */
@Component
class AuditPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    AuditPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("audit_entry");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of("changes", jdbc.sql("""
                        SELECT at, side, thing, thing_id, before::text AS before, after::text AS after
                        FROM audit_entry WHERE actor_id = ? ORDER BY at, id
                        """).param(person.userId()).query().listOfRows());
    }

    @Override
    public void erase(Subject person) {}
}
