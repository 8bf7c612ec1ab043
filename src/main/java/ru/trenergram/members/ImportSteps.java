package ru.trenergram.members;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.ImportPlan.Step;
import ru.trenergram.members.UploadedTable.Row;

/** Applies an uploaded list, some rows in a transaction: several may do so at once, or twice, and the result is the same. */
@Component
class ImportSteps {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ImportRows rows;
    private final Members members;
    private final Clock clock;

    ImportSteps(JdbcClient jdbc, JdbcTemplate batches, ImportRows rows, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.members = members;
        this.clock = clock;
    }

    private record Running(long id, long clubId, long staffId, List<Optional<ImportField>> fields, ZoneId zone) {}

    private record Addition(Row row, Step step) {}

    /**
     * Applies the next rows that nobody else has in hand.
     *
     * @return whether there were any
     */
    @Transactional
    public boolean apply(long importId) {
        Optional<Running> running = running(importId);
        if (running.isEmpty()) {
            return false;
        }
        List<Row> claimed = rows.claim(importId, ROWS_AT_ONCE);
        if (claimed.isEmpty()) {
            finish(importId);
            return false;
        }
        rows.settle(importId, apply(running.get(), claimed));
        return true;
    }

    /** What has become of rows; those that meet somebody from among them are left for the next time. */
    private Map<Row, ImportOutcome> apply(Running running, List<Row> claimed) {
        int phone = running.fields().indexOf(Optional.of(ImportField.PHONE));
        LocalDate today = LocalDate.ofInstant(clock.instant(), running.zone());
        var known = rows.lockKnown(running.clubId(), ImportRows.phones(claimed, phone));
        var plan = new ImportPlan(running.fields(), known, today);
        Map<Row, ImportOutcome> outcomes = new LinkedHashMap<>();
        List<Addition> additions = new ArrayList<>();
        for (Row row : claimed) {
            Step step = plan.next(row);
            if (step.outcome().kind() == Kind.ADDED) {
                additions.add(new Addition(row, step));
            } else if (step.former() == null) {
                outcomes.put(row, step.outcome());
            } else if (step.former().id() != null) {
                complete(running, step.former().id(), step);
                outcomes.put(row, step.outcome());
            }
        }
        outcomes.putAll(add(running, additions));
        return outcomes;
    }

    private void complete(Running running, long memberId, Step step) {
        MemberDetails details = Objects.requireNonNull(step.details());
        MemberDetails former = Objects.requireNonNull(step.former()).details();
        members.update(memberId, details);
        if (step.consent() != null) {
            jdbc.sql("UPDATE club_member SET consent = ?, consent_at = ?, consent_by = ? WHERE id = ?")
                    .params(step.consent(), Timestamp.from(clock.instant()), running.staffId(), memberId)
                    .update();
        }
        members.tell(
                running.staffId(),
                running.clubId(),
                memberId,
                Members.facts(former),
                Members.facts(details).with("consent", step.consent()));
    }

    /** Somebody whom another import has just brought is met the next time. */
    private Map<Row, ImportOutcome> add(Running running, List<Addition> additions) {
        Timestamp now = Timestamp.from(clock.instant());
        int[][] added = batches.batchUpdate(
                """
                INSERT INTO club_member (club_id, name, phone, birthday, tags, note, consent, consent_at,
                    consent_by, source, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'IMPORT', ?) ON CONFLICT DO NOTHING
                """, additions, ROWS_AT_ONCE, (statement, it) -> fill(statement, running, it.step(), now));
        Map<Row, ImportOutcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < additions.size(); i++) {
            if (added[0][i] != 0) { // they are one batch: no more were claimed
                outcomes.put(additions.get(i).row(), additions.get(i).step().outcome());
            }
        }
        return outcomes;
    }

    private static void fill(PreparedStatement statement, Running running, Step step, Timestamp now)
            throws SQLException {
        MemberDetails details = Objects.requireNonNull(step.details());
        Boolean consent = step.consent();
        statement.setLong(1, running.clubId());
        statement.setString(2, details.name());
        statement.setString(3, details.phone());
        statement.setObject(4, details.birthday(), Types.DATE);
        statement.setObject(5, details.tags().toArray(String[]::new));
        statement.setString(6, details.note());
        statement.setObject(7, consent, Types.BOOLEAN);
        statement.setTimestamp(8, consent == null ? null : now);
        statement.setObject(9, consent == null ? null : running.staffId(), Types.BIGINT);
        statement.setTimestamp(10, now);
    }

    private Optional<Running> running(long importId) {
        return jdbc.sql("""
            SELECT member_import.*, timezone FROM member_import JOIN club ON club.id = club_id
            WHERE member_import.id = ? AND state = 'RUNNING'
            """)
                .param(importId)
                .query((row, n) -> new Running(
                        importId,
                        row.getLong("club_id"),
                        row.getLong("staff_id"),
                        Stream.of((String[]) row.getArray("fields").getArray())
                                .map(ImportField::named)
                                .toList(),
                        ZoneId.of(row.getString("timezone"))))
                .optional();
    }

    /** Not while another node has the last rows in hand: they look open until it is through, and then it finishes. */
    private void finish(long importId) {
        jdbc.sql("""
            UPDATE member_import SET state = 'DONE', finished_at = ?
            WHERE id = ? AND state = 'RUNNING'
              AND NOT EXISTS (SELECT FROM member_import_row WHERE import_id = member_import.id
                              AND outcome IS NULL)
            """).params(Timestamp.from(clock.instant()), importId).update();
    }
}
