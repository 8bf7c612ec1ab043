package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.trenergram.analytics.ClubPeriod;
import ru.trenergram.analytics.ClubReport;
import ru.trenergram.analytics.ClubReports;
import ru.trenergram.analytics.ReportSubscriptions;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;

/** A club's reports: which one and of which days stands in the address. */
@Route("club/:clubId([0-9]{1,18})/reports")
@ClubMenu(title = "reports.menu", icon = LineIcon.FILE, order = 60)
@PermitAll
class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int DAYS = 30;

    private final transient ClubReports reports;
    private final transient ReportSubscriptions subscriptions;
    private final transient AuthenticationContext authentication;
    private String title = "";

    ReportsView(ClubReports reports, ReportSubscriptions subscriptions, AuthenticationContext authentication) {
        this.reports = reports;
        this.subscriptions = subscriptions;
        this.authentication = authentication;
        addClassNames("list", "scrolled");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = reports.membership(staffId, clubId);
        LocalDate today = reports.today(staffId, clubId);
        ClubReport report = parameter(event.getLocation(), "report")
                .flatMap(name -> Arrays.stream(ClubReport.values())
                        .filter(it -> it.name().equals(name))
                        .findFirst())
                .orElse(ClubReport.SESSIONS);
        show(staffId, membership, report, period(membership, event.getLocation(), today), today);
    }

    private void show(long staffId, Membership membership, ClubReport report, ClubPeriod period, LocalDate today) {
        ClubReports.Table table = reports.table(staffId, period.club().id(), report, period.from(), period.to());
        title = getTranslation(report.messageKey()) + " · " + period.club().name();
        var head = new Div(new Div(
                new H1(getTranslation("reports.menu")), new Paragraph(getTranslation(report.messageKey() + ".about"))));
        head.addClassName("list-head");
        if (membership.role().exports()) {
            head.add(files(staffId, report, period));
        }
        removeAll();
        add(head, tabs(membership.role(), report, period));
        if (report != ClubReport.DEBTS) {
            add(new PeriodBar(
                    period, today, chosen -> ClubLinks.open(links(period).report(report.name(), chosen))));
        }
        if (table.rows().isEmpty()) {
            add(new Paragraph(getTranslation("reports.empty")));
            return;
        }
        add(new ReportPlot(report, table), new ReportGrid(report, table.rows()));
        if (!table.whole()) {
            add(new Paragraph(getTranslation("reports.not-whole", ClubReports.MAX_ROWS)));
        }
    }

    private Tabs tabs(StaffRole role, ClubReport chosen, ClubPeriod period) {
        List<ClubReport> shown = Arrays.stream(ClubReport.values())
                .filter(report -> report.isFor(role))
                .toList();
        var tabs = new Tabs();
        shown.forEach(report -> tabs.add(new Tab(getTranslation(report.messageKey()))));
        tabs.setSelectedIndex(shown.indexOf(chosen));
        tabs.addSelectedChangeListener(change -> ClubLinks.open(
                links(period).report(shown.get(tabs.getSelectedIndex()).name(), period)));
        return tabs;
    }

    private Component files(long staffId, ClubReport report, ClubPeriod period) {
        var files = new Div();
        files.addClassName("toolbar");
        Locale language = getLocale(); // a download has no page to ask
        files.add(Download.inEachFormat(report.fileName(period), (format, out) -> {
            Path made =
                    reports.write(staffId, period.club().id(), report, period.from(), period.to(), format, language);
            try {
                Files.copy(made, out);
            } finally {
                Files.delete(made);
            }
        }));
        files.add(new Button(
                getTranslation("reports.subscribe"),
                click -> new SubscriptionDialog(
                                subscriptions, staffId, period.club().id(), report)
                        .open()));
        return files;
    }

    private static ClubLinks links(ClubPeriod period) {
        return new ClubLinks(period.club().id());
    }

    /** What the address says, or the last days when it says nothing that makes sense. */
    private static ClubPeriod period(Membership membership, Location location, LocalDate today) {
        Optional<LocalDate> to = parameter(location, "to").flatMap(ReportsView::date);
        Optional<LocalDate> from = parameter(location, "from").flatMap(ReportsView::date);
        if (from.isPresent() && to.isPresent()) {
            try {
                return new ClubPeriod(membership.club(), from.get(), to.get());
            } catch (DomainException mistyped) {
                return ClubPeriod.last(membership.club(), DAYS, today);
            }
        }
        return ClubPeriod.last(membership.club(), DAYS, today);
    }

    private static Optional<String> parameter(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
