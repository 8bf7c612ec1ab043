package ru.trenergram.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.ui.Plot.Series;
import ru.trenergram.base.ui.Plot.Shape;
import ru.trenergram.base.ui.Plot.Unit;
import ru.trenergram.support.PanelTest;

class PlotTest extends PanelTest {

    private static final List<String> DAYS = List.of("1 нояб.", "2 нояб.");

    @Test
    void the_library_is_where_the_page_loads_it_from() {
        assertThat(Plot.class.getResource("/META-INF/resources/" + Plot.ECHARTS))
                .isNotNull();
        assertThat(Plot.class.getResource("/META-INF/resources/plot.js")).isNotNull();
    }

    @Test
    void it_says_in_words_what_it_shows() {
        var plot = new Plot(Shape.BAR, Unit.RUBLES, "Доход");

        plot.show("День", DAYS, List.of(new Series("Доход", List.of(250_000L, 100_000L))));

        assertThat(plot.summary())
                .isEqualTo("Доход. Доход: всего 3\u00a0500\u00a0₽, больше всего 2\u00a0500\u00a0₽ (1 нояб.).");
    }

    @Test
    void shares_are_not_added_up() {
        var plot = new Plot(Shape.LINE, Unit.PERCENT, "Загрузка");

        plot.show("День", DAYS, List.of(new Series("Загрузка", List.of(40, 75))));

        assertThat(plot.summary()).isEqualTo("Загрузка. Загрузка: больше всего 75 % (2 нояб.).");
    }

    @Test
    void gaps_are_no_zeros() {
        List<Number> nothing = new ArrayList<>(Arrays.asList(null, null));
        var plot = new Plot(Shape.LINE, Unit.COUNT, "Тренировки");

        plot.show("День", DAYS, List.of(new Series("Проведены", nothing)));

        assertThat(plot.summary()).isEqualTo("Тренировки. Проведены: данных нет.");
    }
}
