package ru.trenergram.audit;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Facts;
import tools.jackson.databind.json.JsonMapper;

/** Writes every change down at once, in its transaction: without one there is nothing that could be rolled back with it. */
@Component
class AuditWriter {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditWriter(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Changed change) {
        if (change.isNothing()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO audit_entry (at, side, actor_id, thing, thing_id, club_id, before, after)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(change.side().name())
                .param(change.actorId())
                .param(change.what().name())
                .param(change.id())
                .param(change.clubId())
                .param(json(change.before()))
                .param(json(change.after()))
                .update();
    }

    private String json(Facts facts) {
        return json.writeValueAsString(facts.fields().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        field -> field.getValue() instanceof Facts.Words(String text)
                                ? Map.of("characters", text.length())
                                : field.getValue())));
    }
}
