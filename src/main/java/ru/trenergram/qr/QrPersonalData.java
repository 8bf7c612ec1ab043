package ru.trenergram.qr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Trainers' printed codes, which lead nowhere once the trainer is gone. */
@Component
class QrPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    QrPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("qr_code");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of("qr_codes", jdbc.sql("""
                        SELECT code, label, created_at,
                            (SELECT coalesce(sum(scans), 0) FROM qr_scan_day WHERE code_id = qr_code.id) AS scans
                        FROM qr_code WHERE trainer_id = ?
                        """).param(person.userId()).query().listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM qr_scan_day WHERE code_id IN (SELECT id FROM qr_code WHERE trainer_id = ?)")
                .param(person.userId())
                .update();
        jdbc.sql("DELETE FROM qr_code WHERE trainer_id = ?")
                .param(person.userId())
                .update();
    }
}
