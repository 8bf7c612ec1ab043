package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.trenergram.analytics.ClubReport;
import ru.trenergram.analytics.ClubReports;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.base.ui.Plot.Series;
import ru.trenergram.base.ui.Plot.Shape;
import ru.trenergram.base.ui.Plot.Unit;

/** The plot above a report's rows. */
class ReportPlot extends Div {

    private static final int BARS = 20;

    private final ClubReport report;
    private final transient ClubReports.Table table;

    ReportPlot(ClubReport report, ClubReports.Table table) {
        this.report = report;
        this.table = table;
        addClassName("card");
        add(
                switch (report) {
                    case SESSIONS -> sessions();
                    case INCOME -> income();
                    case OCCUPANCY -> ranking(Unit.PERCENT, 3);
                    case RETENTION -> retention();
                    case DEBTS -> ranking(Unit.RUBLES, 2);
                });
    }

    private Plot sessions() {
        var links = new ClubLinks(table.period().club().id());
        var day = DateTimeFormatter.ofPattern("d MMM", getLocale());
        List<String> labels = table.rows().stream()
                .map(row -> row.getFirst() instanceof LocalDate date ? day.format(date) : "")
                .toList();
        return new Plot(Shape.STACKED, Unit.COUNT, getTranslation(report.messageKey()))
                .onPoint(index -> {
                    if (index >= 0
                            && index < table.rows().size()
                            && table.rows().get(index).getFirst() instanceof LocalDate date) {
                        ClubLinks.open(links.bookings(date, date));
                    }
                })
                .show(title(0), labels, List.of(series(2), series(3), series(4), series(5)));
    }

    /** A bar a trainer, in it a part a location. */
    private Plot income() {
        Map<String, Map<String, Long>> byTrainer = new LinkedHashMap<>();
        Set<String> locations = new LinkedHashSet<>();
        for (List<@Nullable Object> row : table.rows()) {
            String location = String.valueOf(row.get(1));
            locations.add(location);
            byTrainer
                    .computeIfAbsent(String.valueOf(row.get(0)), trainer -> new LinkedHashMap<>())
                    .merge(location, row.get(3) instanceof Long amount ? amount : 0L, Long::sum);
        }
        Collection<Map<String, Long>> bars =
                byTrainer.values().stream().limit(BARS).toList();
        List<Series> series = locations.stream()
                .map(location -> new Series(
                        location,
                        bars.stream().map(bar -> bar.getOrDefault(location, 0L)).toList()))
                .toList();
        return new Plot(Shape.STACKED, Unit.RUBLES, getTranslation(report.messageKey()))
                .show(title(0), byTrainer.keySet().stream().limit(BARS).toList(), series);
    }

    private Plot ranking(Unit unit, int column) {
        List<List<@Nullable Object>> first = table.rows().stream().limit(BARS).toList();
        List<@Nullable Number> values = new ArrayList<>();
        first.forEach(row -> values.add(row.get(column) instanceof Long number ? number : null));
        return new Plot(Shape.RANKING, unit, getTranslation(report.messageKey()))
                .show(
                        title(0),
                        first.stream()
                                .map(row -> String.valueOf(row.getFirst()))
                                .toList(),
                        List.of(new Series(title(column), values)));
    }

    private Plot retention() {
        List<String> labels = table.rows().stream()
                .map(row -> ReportCells.written(report.columns().getFirst().kind(), row.getFirst(), getLocale()))
                .toList();
        return new Plot(Shape.BAR, Unit.PERCENT, getTranslation(report.messageKey()))
                .show(title(0), labels, List.of(series(2), series(3), series(4), series(5)));
    }

    private Series series(int column) {
        List<@Nullable Number> values = new ArrayList<>();
        table.rows().forEach(row -> values.add(row.get(column) instanceof Long number ? number : null));
        return new Series(title(column), values);
    }

    private String title(int column) {
        return getTranslation(report.columns().get(column).key());
    }
}
