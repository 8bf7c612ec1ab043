package ru.trenergram.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.platform.Figures;
import ru.trenergram.platform.Figures.Day;
import ru.trenergram.platform.Figures.Now;
import ru.trenergram.platform.People.Kind;
import ru.trenergram.platform.ui.QueuesView.Place;
import ru.trenergram.security.Caller;

/** How the platform does: figures of now, each of which leads to its list, and the last days. */
@Route(OverviewView.PATH)
@AdminMenu(title = "platform.overview.menu", icon = LineIcon.PULSE, order = 10)
@PermitAll
class OverviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "admin/overview";

    private static final String DAYS = "days";
    private static final int USUAL = 30;
    private static final List<Integer> PERIODS = List.of(7, USUAL, 90);

    private final transient Figures figures;
    private final transient Caller caller;
    private final RadioButtonGroup<Integer> period = new RadioButtonGroup<>();
    private final Div tiles = new Div();
    private final Div plots = new Div();

    OverviewView(Figures figures, AuthenticationContext authentication) {
        this.figures = figures;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();

        period.setItems(PERIODS);
        period.setItemLabelGenerator(days -> getTranslation("platform.overview.days", days));
        period.setAriaLabel(text("period"));
        period.addClassName("choices-row");
        period.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                PATH, QueryParameters.of(DAYS, change.getValue().toString()));
            }
        });
        tiles.addClassName("tiles");
        plots.addClassName("plots");
        var head = new Div(new Div(new H1(text("title")), new Paragraph(text("about"))), period);
        head.addClassName("list-head");
        addClassNames("list", "dashboard");
        add(head, tiles, plots);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int days = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAYS)
                .filter(text ->
                        PERIODS.stream().anyMatch(period -> period.toString().equals(text)))
                .map(Integer::valueOf)
                .orElse(USUAL);
        period.setValue(days);
        show(figures.now(caller));
        show(figures.days(caller, days));
    }

    private void show(Now now) {
        tiles.removeAll();
        tile("people", now.people(), "/" + PeopleView.PATH);
        tile("trainers", now.trainers(), "/" + PeopleView.address(Kind.TRAINER));
        tile("clients", now.clients(), "/" + PeopleView.address(Kind.CLIENT));
        tile("clubs", now.activeClubs(), "/admin/clubs", getTranslation("platform.overview.clubs.of", now.clubs()));
        tile("waiting", now.waiting(), QueuesView.address(Place.MESSAGES));
        tile("given_up", now.givenUp(), QueuesView.address(Place.MESSAGES));
        tile("events", now.failedEvents(), QueuesView.address(Place.EVENTS));
        tile("unreachable", now.unreachable(), "/" + PeopleView.address(Kind.UNREACHABLE));
        tile("blocked", now.blocked(), "/" + PeopleView.address(Kind.BLOCKED));
    }

    private void tile(String key, long figure, String address, String... notes) {
        var number = new Span(String.format(getLocale(), "%,d", figure));
        number.addClassName("figure");
        var tile = new Anchor(address);
        tile.add(new Span(text(key)), number);
        for (String note : notes) {
            var small = new Span(note);
            small.addClassName("note");
            tile.add(small);
        }
        tile.addClassName("tile");
        tiles.add(tile);
    }

    private void show(List<Day> days) {
        plots.removeAll();
        plot("plot.people", days, series("people", days, Day::people), series("trainers", days, Day::trainers));
        plot("plot.sessions", days, series("booked", days, Day::booked), series("held", days, Day::held));
        plot("plot.clubs", days, series("clubs", days, Day::activeClubs));
        plot("plot.messages", days, series("sent", days, Day::sent), series("undelivered", days, Day::undelivered));
    }

    private Plot.Series series(String key, List<Day> days, Function<Day, Long> figure) {
        return new Plot.Series(text(key), days.stream().map(figure).toList());
    }

    private void plot(String key, List<Day> days, Plot.Series... series) {
        var label = DateTimeFormatter.ofPattern("d MMM", getLocale());
        var plot = new Plot(Plot.Shape.LINE, Plot.Unit.COUNT, text(key))
                .show(
                        text("day"),
                        days.stream().map(day -> label.format(day.date())).toList(),
                        List.of(series));
        var card = new Div(new H2(text(key)), plot);
        card.addClassName("card");
        plots.add(card);
    }

    private String text(String key) {
        return getTranslation("platform.overview." + key);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }
}
