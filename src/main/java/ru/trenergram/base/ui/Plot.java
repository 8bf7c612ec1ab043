package ru.trenergram.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plot by ECharts (echarts.apache.org), drawn in the browser and kept by it: of a shown plot the server holds one text.
 * Its colours are those of the style sheet ({@code --plot-1} …), told apart by colour-blind readers and followed when the
 * page turns dark. Below it the same numbers open as a table, for those who read rather than see.
 */
public final class Plot extends Div {

    /** In the web jar. */
    static final String ECHARTS = "webjars/echarts/5.5.0/echarts.min.js";

    private static final JsonMapper JSON = new JsonMapper();

    private final Shape shape;
    private final Unit unit;
    private final String title;
    private String spec = "{}";
    private @Nullable SerializableConsumer<Integer> pointListener;

    public enum Shape {
        LINE,
        /** One bar beside the other. */
        BAR,
        /** One bar on the other. */
        STACKED,
        /** Bars from left to right, for long names. */
        RANKING
    }

    /** What the numbers are. */
    public enum Unit {
        COUNT,
        /** In minor units. */
        RUBLES,
        /** Of a hundred. */
        PERCENT
    }

    /** @param values one for each label; null where there is nothing to tell */
    public record Series(String name, List<? extends @Nullable Number> values) {}

    /** What plot.js gets. */
    private record Spec(
            String shape,
            String unit,
            String title,
            String locale,
            List<String> labels,
            List<Series> series,
            boolean leads,
            String first,
            String summary,
            String table) {}

    /** @param title which a screen reader says; a heading is the view's business */
    public Plot(Shape shape, Unit unit, String title) {
        this.shape = shape;
        this.unit = unit;
        this.title = title;
        addClassName("plot");
    }

    /** @param listener gets the index of the label whose point was chosen, by click or from the table */
    public Plot onPoint(SerializableConsumer<Integer> listener) {
        pointListener = listener;
        return this;
    }

    /**
     * @param first heads the labels in the table, “Day”
     * @param labels of the points, from left to right, in the person's language
     */
    public Plot show(String first, List<String> labels, List<Series> series) {
        spec = JSON.writeValueAsString(new Spec(
                shape.name(),
                unit.name(),
                title,
                getLocale().getLanguage(),
                labels,
                series,
                pointListener != null,
                first,
                summary(labels, series),
                getTranslation("reports.plot.table")));
        if (isAttached()) {
            draw();
        }
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://" + ECHARTS);
        attached.getUI().getPage().addJavaScript("context://plot.js");
        draw();
    }

    private void draw() {
        getElement().executeJs("window.trenergramPlot(this, JSON.parse($0))", spec);
    }

    @ClientCallable
    private void point(int index) {
        if (pointListener != null) {
            pointListener.accept(index);
        }
    }

    /** The plot in a sentence a series: the sum of what can be summed, and where it is highest. */
    private String summary(List<String> labels, List<Series> series) {
        var text = new StringBuilder(title).append('.');
        for (Series one : series) {
            int highest = -1;
            double sum = 0;
            for (int i = 0; i < one.values.size(); i++) {
                Number value = one.values.get(i);
                if (value != null) {
                    sum += value.doubleValue();
                    Number most = highest < 0 ? null : one.values.get(highest);
                    highest = most == null || value.doubleValue() > most.doubleValue() ? i : highest;
                }
            }
            Number most = highest < 0 ? null : one.values.get(highest);
            text.append(' ')
                    .append(
                            most == null
                                    ? getTranslation("reports.plot.nothing", one.name)
                                    : getTranslation(
                                            unit == Unit.PERCENT ? "reports.plot.highest" : "reports.plot.sum",
                                            one.name,
                                            written(most.doubleValue()),
                                            labels.get(highest),
                                            written(sum)));
        }
        return text.toString();
    }

    private String written(double value) {
        Locale locale = getLocale();
        return switch (unit) {
            case COUNT -> String.format(locale, "%,.0f", value);
            case PERCENT -> String.format(locale, "%.0f %%", value);
            case RUBLES -> Formats.money(Money.rubles(Math.round(value)), locale);
        };
    }

    /** What it says to those who do not see it. */
    public String summary() {
        return JSON.readTree(spec).path("summary").asString("");
    }
}
