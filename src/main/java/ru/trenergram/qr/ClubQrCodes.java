package ru.trenergram.qr;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Settings;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.qr.Codes.Owner;
import ru.trenergram.trainers.PrintedCodes;

/**
 * A club's codes, a name each for where it hangs, and what they bring. Everybody in the panel sees them; who hands out
 * codes makes them and switches them on and off.
 */
@Service
@Transactional
public class ClubQrCodes {

    private static final int MAX_NAME = 60;
    private static final int MAX_CODES = 100;

    private final JdbcClient jdbc;
    private final Codes codes;
    private final StaffMembers staff;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClubQrCodes(
            JdbcClient jdbc,
            Codes codes,
            StaffMembers staff,
            Settings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.staff = staff;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All codes, the club's own first, which is made when it is first looked for.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers
     */
    public List<ClubQrCode> list(long staffId, long clubId) {
        if (staff.panelMembership(staffId, clubId).role().handsOutCodes()) {
            codes.of(Owner.CLUB, clubId);
        }
        return read("club_id = ? ORDER BY label IS NOT NULL, id", clubId);
    }

    /**
     * @param name where it will hang, of 1–60 characters
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed}
     */
    public long add(long staffId, long clubId, String name) {
        requireHandingOut(staffId, clubId);
        String label = checked(name);
        int present = jdbc.sql("SELECT count(*) FROM qr_code WHERE club_id = ?")
                .param(clubId)
                .query(Integer.class)
                .single();
        if (present >= MAX_CODES) {
            throw DomainException.invalid("name", "max", MAX_CODES);
        }
        long id = jdbc.sql("INSERT INTO qr_code (code, club_id, label, created_at) VALUES (?, ?, ?, ?) RETURNING id")
                .params(codes.newCode(), clubId, label, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        tell(staffId, clubId, id, Facts.none(), Facts.none().with("name", label).with("active", true));
        return id;
    }

    /**
     * @param seen the name that they saw
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed}, {@code stale_version}
     */
    public void rename(long staffId, long clubId, long id, String seen, String name) {
        ClubQrCode present = lockNamed(staffId, clubId, id);
        String label = checked(name);
        if (!seen.equals(present.name())) {
            throw new StaleVersionException(present);
        }
        jdbc.sql("UPDATE qr_code SET label = ? WHERE id = ?").params(label, id).update();
        tell(
                staffId,
                clubId,
                id,
                Facts.none().with("name", present.name()),
                Facts.none().with("name", label));
    }

    /**
     * One that is off leads nowhere, whoever scans it.
     *
     * @throws DomainException {@code not_found}, {@code forbidden}
     */
    public void switchTo(long staffId, long clubId, long id, boolean active) {
        ClubQrCode present = lockNamed(staffId, clubId, id);
        jdbc.sql("UPDATE qr_code SET active = ? WHERE id = ?")
                .params(active, id)
                .update();
        tell(
                staffId,
                clubId,
                id,
                Facts.none().with("active", present.active()),
                Facts.none().with("active", active));
    }

    /**
     * One of the club's codes, for a picture or a sheet.
     *
     * @throws DomainException {@code not_found}, {@code forbidden} when the role hands out no codes
     */
    ClubQrCode toPrint(long staffId, long clubId, long id) {
        requireHandingOut(staffId, clubId);
        ClubQrCode code = get(clubId, id);
        markPrinted(code.url().substring(code.url().lastIndexOf('/') + 1));
        return code;
    }

    void markPrinted(String code) {
        jdbc.sql("UPDATE qr_code SET printed_at = ? WHERE code = ? AND printed_at IS NULL")
                .params(Timestamp.from(clock.instant()), code)
                .update();
    }

    /**
     * What the codes brought from one day to another, both included; a code's days without anything are absent.
     *
     * @throws DomainException {@code not_found}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public List<CodeDay> days(long staffId, long clubId, LocalDate from, LocalDate to) {
        Membership membership = staff.panelMembership(staffId, clubId);
        ZoneId zone = membership.club().timezone();
        List<CodeDay> days = new ArrayList<>(jdbc.sql("""
                        SELECT code_id, day, scans FROM qr_scan_day JOIN qr_code ON qr_code.id = code_id
                        WHERE club_id = ? AND day BETWEEN ? AND ?
                        """)
                .params(clubId, from, to)
                .query((row, n) -> new CodeDay(
                        row.getLong("code_id"), row.getObject("day", LocalDate.class), row.getLong("scans"), 0))
                .list());
        jdbc.sql("""
                        SELECT qr_code.id, users.created_at FROM qr_code JOIN users ON source = ? || code
                        WHERE club_id = ? AND users.created_at >= ? AND users.created_at < ?
                        """)
                .params(
                        PrintedCodes.PREFIX,
                        clubId,
                        Timestamp.from(from.atStartOfDay(zone).toInstant()),
                        Timestamp.from(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(row -> {
                    Instant at = row.getTimestamp("created_at").toInstant();
                    days.add(new CodeDay(row.getLong("id"), LocalDate.ofInstant(at, zone), 0, 1));
                });
        return days;
    }

    private ClubQrCode lockNamed(long staffId, long clubId, long id) {
        requireHandingOut(staffId, clubId);
        jdbc.sql("SELECT id FROM qr_code WHERE id = ? AND club_id = ? FOR NO KEY UPDATE")
                .params(id, clubId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        ClubQrCode code = get(clubId, id);
        if (code.name() == null) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return code;
    }

    private ClubQrCode get(long clubId, long id) {
        return read("club_id = ? AND qr_code.id = ?", clubId, id).stream()
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    private List<ClubQrCode> read(String conditionAndOrder, Object... values) {
        return jdbc.sql("""
                        SELECT id, code, label, created_at, active,
                            (SELECT coalesce(sum(scans), 0) FROM qr_scan_day WHERE code_id = qr_code.id) AS scans,
                            (SELECT count(*) FROM users WHERE source = '%s' || code) AS registrations
                        FROM qr_code WHERE\s""".formatted(PrintedCodes.PREFIX) + conditionAndOrder)
                .params(values)
                .query((row, n) -> new ClubQrCode(
                        row.getLong("id"),
                        row.getString("label"),
                        settings.baseUrl() + "/q/" + row.getString("code"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("active"),
                        row.getLong("scans"),
                        row.getLong("registrations")))
                .list();
    }

    private static String checked(@Nullable String name) {
        String label = name == null ? "" : name.strip();
        if (label.isEmpty()) {
            throw DomainException.invalid("name", "required");
        }
        if (label.length() > MAX_NAME || label.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalid("name", "size", 1, MAX_NAME);
        }
        return label;
    }

    private void requireHandingOut(long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().handsOutCodes()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }

    private void tell(long staffId, long clubId, long id, Facts before, Facts after) {
        events.publishEvent(new Changed(Side.STAFF, staffId, Thing.QR_CODE, Long.toString(id), clubId, before, after));
    }
}
