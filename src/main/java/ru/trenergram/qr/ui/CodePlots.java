package ru.trenergram.qr.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.base.ui.Plot.Series;
import ru.trenergram.base.ui.Plot.Shape;
import ru.trenergram.base.ui.Plot.Unit;
import ru.trenergram.qr.ClubQrCode;
import ru.trenergram.qr.CodeDay;

/** Scans and registrations by code, day by day, or week by week over a longer time. */
class CodePlots extends Div {

    private static final int DAYS_SHOWN = 31;
    private static final int WEEK = 7;

    private final List<ClubQrCode> codes;
    private final transient List<CodeDay> days;
    private final LocalDate from;
    private final int step;
    private final List<String> labels;

    CodePlots(List<ClubQrCode> codes, List<CodeDay> days, LocalDate from, LocalDate to) {
        this.codes = codes;
        this.days = days;
        this.from = from;
        this.step = from.plusDays(DAYS_SHOWN).isAfter(to) ? 1 : WEEK;
        var day = DateTimeFormatter.ofPattern("d MMM", getLocale());
        labels = from.datesUntil(to.plusDays(1), java.time.Period.ofDays(step))
                .map(first -> step == 1 ? day.format(first) : getTranslation("reports.plot.week", day.format(first)))
                .toList();
        addClassName("plots");
        plot("qr.panel.scans", CodeDay::scans);
        plot("qr.panel.registrations", CodeDay::registrations);
    }

    private void plot(String key, ToLongFunction<CodeDay> figure) {
        String name = getTranslation(key);
        var plot = new Plot(Shape.STACKED, Unit.COUNT, name)
                .show(
                        getTranslation("reports.plot.day"),
                        labels,
                        codes.stream().map(code -> series(code, figure)).toList());
        var card = new Div(new H2(name), plot);
        card.addClassName("card");
        add(card);
    }

    private Series series(ClubQrCode code, ToLongFunction<CodeDay> figure) {
        Map<Long, Long> sums = days.stream()
                .filter(day -> day.codeId() == code.id())
                .collect(Collectors.groupingBy(
                        day -> (day.day().toEpochDay() - from.toEpochDay()) / step, Collectors.summingLong(figure)));
        List<Long> values = java.util.stream.LongStream.range(0, labels.size())
                .mapToObj(point -> sums.getOrDefault(point, 0L))
                .toList();
        return new Series(code.name() == null ? getTranslation("qr.panel.own") : code.name(), values);
    }
}
