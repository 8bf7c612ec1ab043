package ru.trenergram.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.members.ImportPlan.Known;
import ru.trenergram.members.UploadedTable.Row;

/** The rows of uploaded lists, and whom of the club they meet. */
@Component
class ImportRows {

    private static final int BATCH = 1_000;

    private static final String KNOWN = "SELECT " + MemberReads.COLUMNS + " FROM " + MemberReads.TABLES + """
            WHERE m.id IN (
                SELECT id FROM club_member WHERE club_id = :club AND phone = ANY (:phones)
                UNION ALL
                SELECT member.id FROM club_member member JOIN users person ON person.id = member.user_id
                WHERE member.club_id = :club AND member.phone IS NULL AND person.phone = ANY (:phones))
            ORDER BY m.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(long importId, List<Row> rows) {
        batches.batchUpdate(
                "INSERT INTO member_import_row (import_id, line, cells) VALUES (?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setLong(1, importId);
                    statement.setInt(2, row.line());
                    statement.setObject(3, row.cells().toArray(String[]::new));
                });
    }

    /** The next ones that nobody has in hand. */
    List<Row> claim(long importId, int limit) {
        return jdbc.sql("""
            SELECT line, cells FROM member_import_row WHERE import_id = ? AND outcome IS NULL
            ORDER BY line LIMIT ? FOR UPDATE SKIP LOCKED
            """).params(importId, limit).query(ImportRows::row).list();
    }

    List<Row> after(long importId, int line, int limit) {
        return jdbc.sql("SELECT line, cells FROM member_import_row WHERE import_id = ? AND line > ? ORDER BY line"
                        + " LIMIT ?")
                .params(importId, line, limit)
                .query(ImportRows::row)
                .list();
    }

    /** Says what has become of rows. */
    void settle(long importId, Map<Row, ImportOutcome> outcomes) {
        batches.batchUpdate(
                "UPDATE member_import_row SET outcome = ?, problem = ?, detail = ? WHERE import_id = ? AND line = ?",
                outcomes.entrySet(),
                BATCH,
                (statement, settled) -> {
                    ImportOutcome outcome = settled.getValue();
                    statement.setString(1, outcome.kind().name());
                    statement.setString(
                            2,
                            outcome.problem() == null ? null : outcome.problem().name());
                    statement.setString(3, outcome.detail());
                    statement.setLong(4, importId);
                    statement.setInt(5, settled.getKey().line());
                });
    }

    /** How many have become what; absent when none. */
    Map<ImportOutcome.Kind, Integer> outcomes(long importId) {
        Map<ImportOutcome.Kind, Integer> outcomes = new EnumMap<>(ImportOutcome.Kind.class);
        jdbc.sql("""
            SELECT outcome, count(*) AS lines FROM member_import_row
            WHERE import_id = ? AND outcome IS NOT NULL GROUP BY outcome
            """).param(importId).query(row -> {
            outcomes.put(ImportOutcome.Kind.valueOf(row.getString("outcome")), row.getInt("lines"));
        });
        return outcomes;
    }

    /** Rows that did not go in, in the order of the file. */
    List<MemberImport.Line> leftOut(long importId, int afterLine, int limit) {
        return jdbc.sql("""
            SELECT line, cells, outcome, problem, detail FROM member_import_row
            WHERE import_id = ? AND outcome IN ('CONFLICT', 'WRONG') AND line > ? ORDER BY line LIMIT ?
            """)
                .params(importId, afterLine, limit)
                .query((row, n) -> new MemberImport.Line(
                        row.getInt("line"),
                        List.of((String[]) row.getArray("cells").getArray()),
                        new ImportOutcome(
                                ImportOutcome.Kind.valueOf(row.getString("outcome")),
                                ImportOutcome.Problem.valueOf(row.getString("problem")),
                                row.getString("detail"))))
                .list();
    }

    /** Who of the club has one of these phones; of several with one phone who has been there longest. */
    Map<String, Known> known(long clubId, List<String> phones) {
        return byPhone(KNOWN, clubId, phones);
    }

    /** The same, once whoever changes one of them has done so; others wait. */
    Map<String, Known> lockKnown(long clubId, List<String> phones) {
        return byPhone(KNOWN + " FOR UPDATE OF m", clubId, phones);
    }

    private Map<String, Known> byPhone(String sql, long clubId, List<String> phones) {
        Map<String, Known> known = new HashMap<>();
        jdbc
                .sql(sql)
                .param("club", clubId)
                .param("phones", phones.toArray(String[]::new))
                .query(MemberReads::member)
                .list()
                .stream()
                .filter(member -> member.phone() != null) // it may just have been taken away
                .forEach(member -> known.putIfAbsent(member.phone(), of(member)));
        return known;
    }

    private static Known of(Member member) {
        Member.Consent consent = member.consent();
        return new Known(member.id(), member.details(), consent == null ? null : consent.given());
    }

    /** The phones in a column, as they are kept. */
    static List<String> phones(List<Row> rows, int column) {
        List<String> phones = new ArrayList<>();
        for (Row row : rows) {
            if (column >= 0 && column < row.cells().size()) {
                Phones.normal(row.cells().get(column)).ifPresent(phones::add);
            }
        }
        return phones;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getInt("line"), List.of((String[]) row.getArray("cells").getArray()));
    }
}
