package ru.trenergram.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.clubs.Membership;
import ru.trenergram.members.ImportOutcome.Kind;
import ru.trenergram.members.MemberImport.Line;
import ru.trenergram.members.MemberImport.Preview;
import ru.trenergram.members.MemberImport.State;
import ru.trenergram.members.UnreadableFileException.Problem;
import ru.trenergram.members.UploadedTable.Row;

/**
 * Lists of clients that owners and managers upload: they say what the columns are for, look at what would happen, and let
 * it happen in the background ({@link MemberImporting}). What was uploaded is forgotten after {@link #KEPT}.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and for another club's
 * imports, {@code forbidden} for roles that do not keep the records.
 */
@Service
@Transactional
public class MemberImports {

    /** Of a file, in bytes. */
    public static final int LARGEST = 10_000_000;

    public static final Duration KEPT = Duration.ofDays(7);

    private static final int SHOWN_OF_A_KIND = 50;
    private static final int PART = 2_000;
    private static final int MAX_FILE_NAME = 200;

    private final JdbcClient jdbc;
    private final ImportRows rows;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberImports(JdbcClient jdbc, ImportRows rows, Members members, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps its rows; what the columns are for is guessed by their headings.
     *
     * @return the id of the import
     * @throws UnreadableFileException when it is no list, or too large
     */
    public long upload(long staffId, long clubId, String fileName, byte[] content) {
        members.requireKeeper(staffId, clubId);
        if (content.length > LARGEST) {
            throw new UnreadableFileException(Problem.TOO_LARGE);
        }
        UploadedTable table = XlsxTable.isWorkbook(content) ? XlsxTable.read(content) : CsvTable.read(content);
        String name = fileName.replace("\0", "");
        long id = jdbc.sql("""
            INSERT INTO member_import (club_id, staff_id, file_name, headings, fields, total, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
                .params(
                        clubId,
                        staffId,
                        name.length() > MAX_FILE_NAME ? name.substring(0, MAX_FILE_NAME) : name,
                        table.headings().toArray(String[]::new),
                        names(ImportField.guess(table.headings())),
                        table.rows().size(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        rows.keep(id, table.rows());
        return id;
    }

    @Transactional(readOnly = true)
    public MemberImport get(long staffId, long clubId, long id) {
        members.requireKeeper(staffId, clubId);
        return find("club_id = ? AND id = ?", clubId, id).stream().findFirst().orElseThrow(DomainException::notFound);
    }

    /** Those of the club that are not forgotten yet, the last first. */
    @Transactional(readOnly = true)
    public List<MemberImport> recent(long staffId, long clubId) {
        members.requireKeeper(staffId, clubId);
        return find(
                "club_id = ? AND created_at > ?",
                clubId,
                Timestamp.from(clock.instant().minus(KEPT)));
    }

    /**
     * Says what the columns are for.
     *
     * @param fields one for each column, none of them twice
     * @throws DomainException {@code validation_failed}; {@code invalid_transition} once it has been started
     */
    public void chooseFields(long staffId, long clubId, long id, List<Optional<ImportField>> fields) {
        MemberImport draft = draft(staffId, clubId, id);
        long chosen = fields.stream().flatMap(Optional::stream).count();
        long distinct = fields.stream().flatMap(Optional::stream).distinct().count();
        if (fields.size() != draft.headings().size() || chosen != distinct) {
            throw DomainException.invalid("fields", "invalid");
        }
        jdbc.sql("UPDATE member_import SET fields = ? WHERE id = ?")
                .params(names(fields), id)
                .update();
    }

    /** What would become of the rows, if they were applied now. */
    @Transactional(readOnly = true)
    public Preview preview(long staffId, long clubId, long id) {
        Membership membership = members.requireKeeper(staffId, clubId);
        MemberImport draft = get(staffId, clubId, id);
        int phone = draft.fields().indexOf(Optional.of(ImportField.PHONE));
        var plan = new ImportPlan(draft.fields(), new HashMap<>(), members.today(membership));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        List<Line> shown = new ArrayList<>();
        List<Row> part = rows.after(id, 0, PART);
        while (!part.isEmpty()) {
            plan.learn(rows.known(clubId, ImportRows.phones(part, phone)));
            for (Row row : part) {
                ImportOutcome outcome = plan.next(row).outcome();
                if (counts.merge(outcome.kind(), 1, Integer::sum) <= SHOWN_OF_A_KIND) {
                    shown.add(new Line(row.line(), row.cells(), outcome));
                }
            }
            part = rows.after(id, part.getLast().line(), PART);
        }
        return new Preview(counts, shown);
    }

    /**
     * Lets it happen, whether or not its author stays to watch.
     *
     * @throws DomainException {@code validation_failed} while no column is for the name or the phone;
     *     {@code invalid_transition} once it has been started
     */
    public void start(long staffId, long clubId, long id) {
        MemberImport draft = draft(staffId, clubId, id);
        if (!draft.fields().contains(Optional.of(ImportField.NAME))
                || !draft.fields().contains(Optional.of(ImportField.PHONE))) {
            throw DomainException.invalid("fields", "required");
        }
        jdbc.sql("UPDATE member_import SET state = 'RUNNING', staff_id = ? WHERE id = ?")
                .params(staffId, id)
                .update();
        events.publishEvent(new Changed(
                Changed.Side.STAFF,
                staffId,
                Thing.MEMBER_IMPORT,
                Long.toString(id),
                clubId,
                Facts.none(),
                Facts.none().with("rows", draft.total())));
        events.publishEvent(new ImportStarted(id));
    }

    /** Forgets one that was not started. @throws DomainException {@code invalid_transition} once it has been started */
    public void discard(long staffId, long clubId, long id) {
        draft(staffId, clubId, id);
        jdbc.sql("DELETE FROM member_import WHERE id = ?").param(id).update();
    }

    /** Rows that did not go in, in the order of the file. */
    @Transactional(readOnly = true)
    public List<Line> leftOut(long staffId, long clubId, long id, int afterLine, int limit) {
        get(staffId, clubId, id);
        return rows.leftOut(id, afterLine, limit);
    }

    /** Forgets what is too old; also what nobody has ever started. */
    void forget() {
        jdbc.sql("DELETE FROM member_import WHERE created_at <= ? AND state <> 'RUNNING'")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private MemberImport draft(long staffId, long clubId, long id) {
        members.requireKeeper(staffId, clubId);
        jdbc.sql("SELECT id FROM member_import WHERE club_id = ? AND id = ? FOR UPDATE")
                .params(clubId, id)
                .query(Long.class)
                .optional();
        MemberImport draft = get(staffId, clubId, id);
        if (draft.state() != State.DRAFT) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
        return draft;
    }

    private List<MemberImport> find(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM member_import WHERE " + condition + " ORDER BY created_at DESC, id DESC")
                .params(values)
                .query(this::row)
                .list();
    }

    private MemberImport row(ResultSet row, int n) throws SQLException {
        List<Optional<ImportField>> fields = new ArrayList<>();
        for (String name : (String[]) row.getArray("fields").getArray()) {
            fields.add(ImportField.named(name));
        }
        return new MemberImport(
                row.getLong("id"),
                row.getString("file_name"),
                List.of((String[]) row.getArray("headings").getArray()),
                fields,
                row.getInt("total"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                MemberReads.instant(row.getTimestamp("finished_at")),
                rows.outcomes(row.getLong("id")));
    }

    private static String[] names(List<Optional<ImportField>> fields) {
        return fields.stream().map(field -> field.map(Enum::name).orElse("")).toArray(String[]::new);
    }
}
