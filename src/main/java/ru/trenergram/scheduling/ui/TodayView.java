package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.CalendarNews;
import ru.trenergram.scheduling.ClubDesk;
import ru.trenergram.security.Caller;

/** A day of the club: today's bookings, or those of the day in the address. */
@Route("club/:clubId([0-9]{1,18})/today")
@ClubMenu(title = "panel.today.menu", icon = LineIcon.CALENDAR, order = 10)
@PermitAll
class TodayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DATE = "date";

    private final transient ClubDesk desk;
    private final transient AuthenticationContext authentication;
    private final transient Live live;
    private final Paragraph summary = new Paragraph();
    private SerializableRunnable refresh = () -> {};
    private String title = "";

    TodayView(ClubDesk desk, CalendarNews news, AuthenticationContext authentication) {
        this.desk = desk;
        this.authentication = authentication;
        this.live = new Live(this, news, () -> refresh.run());
        addClassName("list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = desk.membership(staffId, clubId);
        LocalDate today = desk.today(staffId, clubId);
        LocalDate day = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DATE)
                .flatMap(TodayView::parse)
                .orElse(today);
        show(staffId, membership, today, day);
        live.follow(clubId);
    }

    private void show(long staffId, Membership membership, LocalDate today, LocalDate day) {
        ClubInfo club = membership.club();
        String name = Formats.day(day, getLocale());
        String heading = day.equals(today) ? getTranslation("panel.today.today", name) : name;
        title = heading + " · " + club.name();

        var grid = new BookingGrid(
                getLocale(), club.timezone(), false, membership.role().seesMoney());
        grid.setItems(query -> desk.bookings(staffId, club.id(), day, query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateComponent(empty(club));
        SerializableRunnable count = () -> summary.setText(
                getTranslation("panel.today.summary", desk.countBookings(staffId, club.id(), day), club.city()));
        count.run();

        var toolbar = new DayToolbar(today, day);
        toolbar.onChange(chosen -> open(club, today, chosen));
        refresh = () -> {
            LocalDate now = desk.today(staffId, club.id());
            if (now.equals(today)) {
                grid.getDataProvider().refreshAll();
                count.run();
            } else { // midnight has passed
                show(staffId, membership, now, day.equals(today) ? now : day);
            }
        };
        toolbar.onRefresh(refresh);

        var head = new Div(new Div(new H1(heading), summary), toolbar);
        head.addClassName("list-head");
        removeAll();
        add(head, grid);
    }

    private EmptyState empty(ClubInfo club) {
        var trainers = new Anchor("/club/" + club.id() + "/trainers", getTranslation("panel.today.empty.trainers"));
        trainers.addClassName("button");
        return new EmptyState(
                Drawing.NO_BOOKINGS,
                getTranslation("panel.today.empty.title"),
                getTranslation("panel.today.empty"),
                trainers);
    }

    private static void open(ClubInfo club, LocalDate today, LocalDate day) {
        UI.getCurrent()
                .navigate(
                        "club/" + club.id() + "/today",
                        day.equals(today) ? QueryParameters.empty() : QueryParameters.of(DATE, day.toString()));
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(DayToolbar::isReasonable);
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
