package ru.trenergram.analytics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;

/** A club's reports, to look at and to take away, each within one's role (PRODUCT.md, "Clubs, tariffs, platform"). */
@Service
@Transactional(readOnly = true)
public class ClubReports {

    /** A page holds no more; the files hold all. */
    public static final int MAX_ROWS = 1_000;

    private final StaffMembers staff;
    private final ReportRows rows;
    private final ReportFiles files;
    private final Clock clock;

    ClubReports(StaffMembers staff, ReportRows rows, ReportFiles files, Clock clock) {
        this.staff = staff;
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    /** @param whole false when there are more rows than {@link #MAX_ROWS}, of which these are the first */
    public record Table(ClubPeriod period, List<List<@Nullable Object>> rows, boolean whole) {}

    /** @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers */
    public Membership membership(long staffId, long clubId) {
        return staff.panelMembership(staffId, clubId);
    }

    /** The day it is now at the club. */
    public LocalDate today(long staffId, long clubId) {
        return LocalDate.ofInstant(
                clock.instant(), membership(staffId, clubId).club().timezone());
    }

    /** @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed} */
    public Table table(long staffId, long clubId, ClubReport report, LocalDate from, LocalDate to) {
        ClubPeriod period = period(staffId, clubId, report, from, to, false);
        List<List<@Nullable Object>> read = new ArrayList<>();
        boolean[] whole = {true};
        rows.read(report, period, cells -> {
            if (read.size() < MAX_ROWS) {
                read.add(cells);
            } else {
                whole[0] = false;
            }
        });
        return new Table(period, read, whole[0]);
    }

    /**
     * Returns a temporary file, which is the caller's to delete.
     *
     * @throws DomainException {@code not_found}, {@code forbidden} also for roles that take nothing away
     */
    public Path write(
            long staffId,
            long clubId,
            ClubReport report,
            LocalDate from,
            LocalDate to,
            ExportFormat format,
            Locale language) {
        return files.write(report, period(staffId, clubId, report, from, to, true), format, language);
    }

    private ClubPeriod period(
            long staffId, long clubId, ClubReport report, LocalDate from, LocalDate to, boolean export) {
        Membership membership = membership(staffId, clubId);
        if (!report.isFor(membership.role()) || export && !membership.role().exports()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return new ClubPeriod(membership.club(), from, to);
    }
}
