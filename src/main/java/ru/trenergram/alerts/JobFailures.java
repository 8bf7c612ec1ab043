package ru.trenergram.alerts;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often the jobs have failed in the last thirty days. */
@Service
@Transactional(readOnly = true)
public class JobFailures {

    private final JdbcClient jdbc;

    JobFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason of the last one, as technical as the alert about it */
    public record Failures(long times, Instant last, String reason) {}

    /** By the job's name; jobs that never failed are absent. */
    public Map<String, Failures> byJob() {
        return jdbc
                .sql("""
                        SELECT split_part(occasion, ':', 1) AS job, count(*) AS times, max(happened_at) AS last,
                            (array_agg(subject ORDER BY happened_at DESC))[1] AS reason
                        FROM alert WHERE kind = ? GROUP BY 1
                        """)
                .param(AlertKind.JOB_FAILED.name())
                .query((row, n) -> Map.entry(
                        row.getString("job"),
                        new Failures(
                                row.getLong("times"), row.getTimestamp("last").toInstant(), row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
