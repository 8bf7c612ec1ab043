package ru.trenergram.analytics;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import ru.trenergram.analytics.ReportColumn.Kind;
import ru.trenergram.clubs.StaffRole;

/** The reports of a club (docs/panels.md, "What the figures mean"). */
public enum ClubReport {
    /** A row a day. */
    SESSIONS(
            StaffRole::opensPanel,
            new ReportColumn("reports.column.day", Kind.DATE),
            new ReportColumn("reports.column.sessions", Kind.COUNT),
            new ReportColumn("reports.status.completed", Kind.COUNT),
            new ReportColumn("reports.status.planned", Kind.COUNT),
            new ReportColumn("reports.status.no-show", Kind.COUNT),
            new ReportColumn("reports.status.cancelled", Kind.COUNT),
            new ReportColumn("reports.plot.new-clients", Kind.COUNT)),
    /** A row a trainer and location, the largest income first. */
    INCOME(
            StaffRole::seesMoney,
            new ReportColumn("reports.column.trainer", Kind.TEXT),
            new ReportColumn("reports.column.location", Kind.TEXT),
            new ReportColumn("reports.column.charged", Kind.COUNT),
            new ReportColumn("reports.plot.income", Kind.MONEY)),
    /** A row for each trainer who works at the club now. */
    OCCUPANCY(
            StaffRole::opensPanel,
            new ReportColumn("reports.column.trainer", Kind.TEXT),
            new ReportColumn("reports.column.working", Kind.HOURS),
            new ReportColumn("reports.column.occupied", Kind.HOURS),
            new ReportColumn("reports.column.load", Kind.PERCENT)),
    /** A row for the clients of each month who were at the club for the first time. */
    RETENTION(
            StaffRole::opensPanel,
            new ReportColumn("reports.column.cohort", Kind.MONTH),
            new ReportColumn("reports.column.newcomers", Kind.COUNT),
            new ReportColumn("reports.column.again", Kind.PERCENT),
            new ReportColumn("reports.column.month1", Kind.PERCENT),
            new ReportColumn("reports.column.month2", Kind.PERCENT),
            new ReportColumn("reports.column.month3", Kind.PERCENT)),
    /** A row a client and trainer, as it is now, the largest debt first. */
    DEBTS(
            StaffRole::seesBalances,
            new ReportColumn("reports.column.client", Kind.TEXT),
            new ReportColumn("reports.column.trainer", Kind.TEXT),
            new ReportColumn("reports.column.debt", Kind.MONEY));

    private final Predicate<StaffRole> readers;
    private final List<ReportColumn> columns;

    ClubReport(Predicate<StaffRole> readers, ReportColumn... columns) {
        this.readers = readers;
        this.columns = List.of(columns);
    }

    public boolean isFor(StaffRole role) {
        return readers.test(role);
    }

    public List<ReportColumn> columns() {
        return columns;
    }

    /** Without what tells the format. */
    public String fileName(ClubPeriod period) {
        return "%s-%s-%s".formatted(name().toLowerCase(Locale.ROOT), period.from(), period.to());
    }

    /** The key of its name in the message bundles. */
    public String messageKey() {
        return "reports.report." + name();
    }
}
