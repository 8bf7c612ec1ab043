package ru.trenergram.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;

/** A club's clients in the order of their names, a page at a time, for its staff, each within their role. */
@Service
@Transactional(readOnly = true)
public class MemberList {

    private static final int FEWEST_DIGITS = 3;

    private static final String AT_CLUB = """
        FROM booking b JOIN location l ON l.id = b.location_id
        WHERE b.client_id = m.user_id AND l.club_id = m.club_id\
        """;

    private static final String VISIT = " AND (b.status = 'COMPLETED' OR b.status = 'CONFIRMED' AND b.ends_at <= :now)";

    private static final String DEBTS = """
        FROM balance JOIN club_trainer t ON t.trainer_id = balance.trainer_id
        WHERE balance.client_id = m.user_id AND balance.amount < 0 AND t.club_id = m.club_id AND t.status = 'ACTIVE'
          AND EXISTS (SELECT FROM booking b JOIN location l ON l.id = b.location_id
                      WHERE b.trainer_id = balance.trainer_id AND b.client_id = m.user_id AND l.club_id = m.club_id)
        """;

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final Clock clock;

    MemberList(JdbcClient jdbc, StaffMembers staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param after the last client of the page before
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers
     */
    public List<MemberRow> page(long staffId, long clubId, MemberFilter filter, @Nullable MemberRow after, int limit) {
        Membership membership = staff.panelMembership(staffId, clubId);
        boolean money = membership.role().seesBalances();
        String position = after == null ? "" : " AND (m.name COLLATE \"ru-RU-x-icu\", m.id) > (:name, :id)";
        StatementSpec query = jdbc.sql("WITH m AS (SELECT m.club_id, " + MemberReads.COLUMNS + " FROM "
                        + MemberReads.TABLES + where(filter, membership) + position
                        + " ORDER BY m.name COLLATE \"ru-RU-x-icu\", m.id LIMIT :limit)"
                        + " SELECT m.*, visits.total, visits.last_at, debt.amount AS debt FROM m"
                        + " CROSS JOIN LATERAL (SELECT count(*) AS total, max(b.starts_at) AS last_at " + AT_CLUB
                        + VISIT + ") visits"
                        + " CROSS JOIN LATERAL (SELECT "
                        + (money ? "-sum(balance.amount) AS amount " + DEBTS : "NULL::bigint AS amount")
                        + ") debt ORDER BY m.name COLLATE \"ru-RU-x-icu\", m.id")
                .param("name", after == null ? null : after.member().name())
                .param("id", after == null ? null : after.member().id())
                .param("limit", limit);
        boolean phones = membership.role().seesPhones();
        return with(query, filter, membership)
                .query((row, n) -> row(row, phones))
                .list();
    }

    /** @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers */
    public int count(long staffId, long clubId, MemberFilter filter) {
        Membership membership = staff.panelMembership(staffId, clubId);
        StatementSpec query = jdbc.sql("SELECT count(*) FROM " + MemberReads.TABLES + where(filter, membership));
        return with(query, filter, membership).query(Integer.class).single();
    }

    /** The tags that the club uses, in the order of the alphabet. */
    public List<String> tags(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("""
            SELECT tag FROM (SELECT DISTINCT unnest(tags) AS tag FROM club_member WHERE club_id = ?) used
            ORDER BY tag COLLATE "ru-RU-x-icu"
            """).param(clubId).query(String.class).list();
    }

    /** What a role may not see it cannot look for either: else it would find it out by looking. */
    private static String where(MemberFilter filter, Membership membership) {
        List<String> conditions = new ArrayList<>(List.of("m.club_id = :club"));
        if (filter.text() != null) {
            conditions.add("(position(lower(:text) IN lower(m.name)) > 0"
                    + (membership.role().seesPhones()
                            ? " OR :digits <> '' AND position(:digits IN coalesce(m.phone, u.phone)) > 0)"
                            : ")"));
        }
        if (filter.trainer() != null) {
            conditions.add("EXISTS (SELECT " + AT_CLUB
                    + " AND b.trainer_id = (SELECT id FROM users WHERE telegram_id = :trainer) AND b.status <>"
                    + " 'CANCELLED')");
        }
        if (filter.tag() != null) {
            conditions.add(":tag = ANY (m.tags)");
        }
        if (filter.visitedBefore() != null) {
            conditions.add("EXISTS (SELECT " + AT_CLUB + VISIT + ")");
            conditions.add("NOT EXISTS (SELECT " + AT_CLUB + VISIT + " AND b.starts_at >= :before)");
        }
        if (filter.visitedSince() != null) {
            conditions.add("EXISTS (SELECT " + AT_CLUB + VISIT + " AND b.starts_at >= :since)");
        }
        if (filter.inDebt() && membership.role().seesBalances()) {
            conditions.add("EXISTS (SELECT " + DEBTS + ")");
        }
        if (filter.birthday()) {
            conditions.add("extract(month FROM m.birthday) = :month");
        }
        if (filter.consent() != null) {
            conditions.add("coalesce(m.consent, false) = :consent");
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    private StatementSpec with(StatementSpec query, MemberFilter filter, Membership membership) {
        ZoneId zone = membership.club().timezone();
        return query.param("club", membership.club().id())
                .param("now", Timestamp.from(clock.instant()))
                .param("text", filter.text())
                .param("digits", digits(filter.text()))
                .param("trainer", filter.trainer())
                .param("tag", filter.tag())
                .param("before", start(filter.visitedBefore(), zone))
                .param("since", start(filter.visitedSince(), zone))
                .param("month", LocalDate.ofInstant(clock.instant(), zone).getMonthValue())
                .param("consent", filter.consent());
    }

    private static MemberRow row(ResultSet row, boolean phones) throws SQLException {
        Member member = MemberReads.member(row, 0);
        long debt = row.getLong("debt");
        return new MemberRow(
                phones ? member : member.withoutPhone(),
                row.getInt("total"),
                MemberReads.instant(row.getTimestamp("last_at")),
                debt > 0 ? Money.rubles(debt) : null);
    }

    /** Phones are kept without what people write between the digits; less than three would be in most of them. */
    private static String digits(@Nullable String text) {
        if (text == null || !text.matches("[+\\d\\s().-]+")) {
            return "";
        }
        String digits = Phones.digits(text);
        boolean local = digits.length() == 11 && digits.startsWith("8");
        return digits.length() < FEWEST_DIGITS ? "" : local ? digits.substring(1) : digits;
    }

    private static @Nullable Timestamp start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
