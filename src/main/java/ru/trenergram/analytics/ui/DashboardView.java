package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import ru.trenergram.analytics.Checklists;
import ru.trenergram.analytics.ClubDayFigures;
import ru.trenergram.analytics.Dashboard;
import ru.trenergram.analytics.Dashboards;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Choices;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.security.Caller;

/** The club at a glance: today, what waits, and how it goes. Every figure leads to what it counts. */
@Route("club/:clubId([0-9]{1,18})/dashboard")
@ClubMenu(title = "reports.dashboard.menu", icon = LineIcon.CHART, order = 5)
@PermitAll
class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<Integer> PERIODS = List.of(30, 90, 365);
    private static final String DAYS = "days";

    private final transient Dashboards dashboards;
    private final transient Checklists checklists;
    private final transient AuthenticationContext authentication;
    private String title = "";

    DashboardView(Dashboards dashboards, Checklists checklists, AuthenticationContext authentication) {
        this.dashboards = dashboards;
        this.checklists = checklists;
        this.authentication = authentication;
        addClassNames("list", "dashboard");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        int days = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAYS)
                .flatMap(DashboardView::period)
                .orElse(PERIODS.getFirst());
        Dashboard dashboard = dashboards.of(staffId, clubId, days);
        removeAll();
        add(head(dashboard));
        checklists
                .find(staffId, clubId)
                .ifPresent(list -> add(new ChecklistCard(
                        list, clubId, () -> checklists.hide(staffId, clubId), () -> checklists.show(staffId, clubId))));
        add(tiles(dashboard), periods(clubId, days), new DashboardPlots(dashboard));
    }

    private Component head(Dashboard dashboard) {
        ClubInfo club = dashboard.membership().club();
        title = getTranslation("reports.dashboard.menu") + " · " + club.name();
        var when = new Paragraph(getTranslation(
                "reports.dashboard.today", Formats.day(dashboard.today().date(), getLocale()), club.city()));
        var head = new Div(new Div(new H1(club.name()), when));
        head.addClassName("list-head");
        return head;
    }

    private Div tiles(Dashboard dashboard) {
        var links = new ClubLinks(dashboard.membership().club().id());
        ClubDayFigures today = dashboard.today();
        ClubDayFigures total = dashboard.total();
        int days = dashboard.days().size();
        var tiles = new Div(
                new Tile(
                        links.bookings(today.date(), today.date()),
                        getTranslation("reports.tile.sessions"),
                        number(today.sessions()),
                        getTranslation("reports.tile.sessions.note", today.completed(), today.cancelled())),
                new Tile(
                        links.calendar(today.date()),
                        getTranslation("reports.tile.load"),
                        Percent.of(today.occupiedMinutes(), today.workingMinutes(), getLocale()),
                        today.workingMinutes() == 0
                                ? getTranslation("reports.tile.load.none")
                                : getTranslation(
                                        "reports.tile.load.note",
                                        Percent.hours(today.occupiedMinutes(), getLocale()),
                                        Percent.hours(today.workingMinutes(), getLocale()))),
                new Tile(
                        links.unconfirmed(today.date()),
                        getTranslation("reports.tile.unconfirmed"),
                        number(dashboard.unconfirmed()),
                        getTranslation("reports.tile.unconfirmed.note")));
        if (dashboard.membership().role().seesMoney()) {
            tiles.add(new Tile(
                    links.report("INCOME", dashboard.period()),
                    getTranslation("reports.tile.income"),
                    Formats.money(total.income(), getLocale()),
                    getTranslation("reports.tile.days", days)));
        }
        tiles.add(new Tile(
                links.clients(),
                getTranslation("reports.tile.new-clients"),
                number(total.newClients()),
                getTranslation("reports.tile.days", days)));
        Optional.ofNullable(dashboard.debts())
                .ifPresent(debts -> tiles.add(new Tile(
                        links.debts(),
                        getTranslation("reports.tile.debts"),
                        Formats.money(debts.owed(), getLocale()),
                        getTranslation("reports.tile.debts.note", debts.clients()))));
        tiles.addClassName("tiles");
        return tiles;
    }

    /** Each is an address: so one can go back, and keep a bookmark. */
    private Component periods(long clubId, int chosen) {
        var choice = new Choices<>(
                getTranslation("reports.period"),
                PERIODS,
                days -> getTranslation("reports.period." + days),
                chosen,
                days -> UI.getCurrent()
                        .navigate("club/" + clubId + "/dashboard", QueryParameters.of(DAYS, days.toString())));
        return choice;
    }

    private String number(int figure) {
        return String.format(getLocale(), "%,d", figure);
    }

    private static Optional<Integer> period(String text) {
        return PERIODS.stream().filter(days -> days.toString().equals(text)).findFirst();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
