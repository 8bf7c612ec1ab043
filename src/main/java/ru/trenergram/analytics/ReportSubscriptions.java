package ru.trenergram.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.analytics.ReportSubscription.Every;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;

/** Who has which reports sent, and when. Everybody keeps their own. */
@Service
@Transactional
public class ReportSubscriptions {

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final Clock clock;

    ReportSubscriptions(JdbcClient jdbc, StaffMembers staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * One's own at a club.
     *
     * @throws DomainException {@code not_found}, {@code forbidden} as the panel itself
     */
    @Transactional(readOnly = true)
    public List<ReportSubscription> list(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("SELECT * FROM report_subscription WHERE club_id = ? AND user_id = ? ORDER BY id")
                .params(clubId, staffId)
                .query(ReportSubscriptions::row)
                .list();
    }

    /**
     * From the next Monday, or the next first of a month, on. Who has it already gets it at another time or in another
     * format.
     *
     * @throws DomainException {@code not_found}, {@code forbidden}
     */
    public void subscribe(
            long staffId, long clubId, ClubReport report, Every every, LocalTime at, ExportFormat format) {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!mayHave(membership, report)) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        ZoneId zone = membership.club().timezone();
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalDate next = every.after(now.toLocalDate().minusDays(1));
        if (!due(next, at, zone).isAfter(now.toInstant())) {
            next = every.after(next);
        }
        jdbc.sql("""
                        INSERT INTO report_subscription
                            (club_id, user_id, report, every, at_minute, format, next_day, due_at)
                        VALUES (:club, :user, :report, :every, :at, :format, :day, :due)
                        ON CONFLICT (club_id, user_id, report, every) DO UPDATE
                        SET at_minute = excluded.at_minute, format = excluded.format, next_day = excluded.next_day,
                            due_at = excluded.due_at
                        """)
                .param("club", clubId)
                .param("user", staffId)
                .param("report", report.name())
                .param("every", every.name())
                .param("at", at.toSecondOfDay() / 60)
                .param("format", format.name())
                .param("day", next)
                .param("due", Timestamp.from(due(next, at, zone)))
                .update();
    }

    /** Somebody else's, or one that is gone, is left alone. */
    public void unsubscribe(long staffId, long id) {
        jdbc.sql("DELETE FROM report_subscription WHERE id = ? AND user_id = ?")
                .params(id, staffId)
                .update();
    }

    /** Those that are due, held until the transaction ends; another node takes others. */
    List<ReportSubscription> takeDue(int limit, Long... except) {
        return jdbc.sql("""
                        SELECT * FROM report_subscription WHERE due_at <= ? AND id <> ALL (?)
                        ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Timestamp.from(clock.instant()), except, limit)
                .query(ReportSubscriptions::row)
                .list();
    }

    /** Names what {@link #takeDue} would take. */
    @Transactional(readOnly = true)
    List<Long> due(int limit, Long... except) {
        return jdbc.sql(
                        "SELECT id FROM report_subscription WHERE due_at <= ? AND id <> ALL (?) ORDER BY due_at, id LIMIT ?")
                .params(Timestamp.from(clock.instant()), except, limit)
                .query(Long.class)
                .list();
    }

    /** One, held, if it is due. */
    Optional<ReportSubscription> take(long id) {
        return jdbc.sql("SELECT * FROM report_subscription WHERE id = ? AND due_at <= ? FOR UPDATE SKIP LOCKED")
                .params(id, Timestamp.from(clock.instant()))
                .query(ReportSubscriptions::row)
                .optional();
    }

    /** The period is done with. */
    void advance(ReportSubscription sent, ZoneId zone) {
        LocalDate next = sent.every().after(sent.nextDay());
        jdbc.sql("UPDATE report_subscription SET next_day = ?, due_at = ? WHERE id = ?")
                .params(next, Timestamp.from(due(next, sent.at(), zone)), sent.id())
                .update();
    }

    void end(ReportSubscription subscription) {
        jdbc.sql("DELETE FROM report_subscription WHERE id = ?")
                .param(subscription.id())
                .update();
    }

    static boolean mayHave(Membership membership, ClubReport report) {
        return membership.role().exports() && report.isFor(membership.role());
    }

    private static Instant due(LocalDate day, LocalTime at, ZoneId zone) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    private static ReportSubscription row(ResultSet row, int n) throws SQLException {
        return new ReportSubscription(
                row.getLong("id"),
                row.getLong("club_id"),
                row.getLong("user_id"),
                ClubReport.valueOf(row.getString("report")),
                Every.valueOf(row.getString("every")),
                LocalTime.ofSecondOfDay(row.getInt("at_minute") * 60L),
                ExportFormat.valueOf(row.getString("format")),
                row.getObject("next_day", LocalDate.class));
    }
}
