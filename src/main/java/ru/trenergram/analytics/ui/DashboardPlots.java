package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ru.trenergram.analytics.ClubDayFigures;
import ru.trenergram.analytics.Dashboard;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.base.ui.Plot.Series;
import ru.trenergram.base.ui.Plot.Shape;
import ru.trenergram.base.ui.Plot.Unit;

/** How a period went, by days or, when there are many, by weeks. A point leads to its bookings. */
class DashboardPlots extends Div {

    private static final int DAYS_SHOWN = 31;

    private final transient List<ClubDayFigures> points;
    private final List<String> labels;
    private final ClubLinks links;
    private final LocalDate last;

    DashboardPlots(Dashboard dashboard) {
        boolean weekly = dashboard.days().size() > DAYS_SHOWN;
        points = weekly ? weeks(dashboard.days()) : dashboard.days();
        links = new ClubLinks(dashboard.membership().club().id());
        last = dashboard.period().to();
        var day = DateTimeFormatter.ofPattern("d MMM", getLocale());
        labels = points.stream()
                .map(point -> weekly
                        ? getTranslation("reports.plot.week", day.format(point.date()))
                        : day.format(point.date()))
                .toList();

        addClassName("plots");
        plot(
                "reports.plot.sessions",
                Shape.STACKED,
                Unit.COUNT,
                List.of(
                        series("reports.status.completed", ClubDayFigures::completed),
                        series("reports.status.planned", ClubDayFigures::planned),
                        series("reports.status.no-show", ClubDayFigures::noShows),
                        series("reports.status.cancelled", ClubDayFigures::cancelled)));
        if (dashboard.membership().role().seesMoney()) {
            plot(
                    "reports.plot.income",
                    Shape.BAR,
                    Unit.RUBLES,
                    List.of(series(
                            "reports.plot.income", point -> point.income().amount())));
        }
        plot(
                "reports.plot.load",
                Shape.LINE,
                Unit.PERCENT,
                List.of(series(
                        "reports.plot.load", point -> Percent.value(point.occupiedMinutes(), point.workingMinutes()))));
        plot(
                "reports.plot.new-clients",
                Shape.BAR,
                Unit.COUNT,
                List.of(series("reports.plot.new-clients", ClubDayFigures::newClients)));
    }

    private void plot(String key, Shape shape, Unit unit, List<Series> series) {
        String name = getTranslation(key);
        var plot = new Plot(shape, unit, name).onPoint(this::open);
        plot.show(getTranslation("reports.plot.day"), labels, series);
        var card = new Div(new H2(name), plot);
        card.addClassName("card");
        add(card);
    }

    private Series series(String key, Function<ClubDayFigures, Number> figure) {
        return new Series(getTranslation(key), points.stream().map(figure).toList());
    }

    private void open(int point) {
        if (point < 0 || point >= points.size()) {
            return; // what a browser sends may be anything
        }
        LocalDate from = points.get(point).date();
        LocalDate to = point + 1 < points.size() ? points.get(point + 1).date().minusDays(1) : last;
        ClubLinks.open(links.bookings(from, to));
    }

    /** Weeks begin on Monday, the first one perhaps with a later day. */
    private static List<ClubDayFigures> weeks(List<ClubDayFigures> days) {
        List<ClubDayFigures> weeks = new ArrayList<>();
        LocalDate monday = LocalDate.MIN;
        for (ClubDayFigures day : days) {
            LocalDate begins = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            if (begins.equals(monday)) {
                weeks.set(weeks.size() - 1, weeks.getLast().plus(day));
            } else {
                weeks.add(day);
                monday = begins;
            }
        }
        return weeks;
    }
}
