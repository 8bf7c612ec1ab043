package ru.trenergram.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.signals.Signal;
import java.util.List;

/** Grids on a phone: one column that says everything in place of many. */
public final class Narrow {

    private static final int TABLET = 720;

    private Narrow() {}

    /** Shows {@code compact} alone in a narrow window, and all the other columns in a wide one. */
    public static <T> void compact(Grid<T> grid, Column<T> compact) {
        List<Column<T>> wide =
                grid.getColumns().stream().filter(column -> column != compact).toList();
        compact.setVisible(false);
        grid.addClassName("compact"); // its one column needs no heading
        Signal<WindowSize> window = UI.getCurrent().getPage().windowSizeSignal();
        Signal.effect(grid, () -> {
            int width = window.get().width();
            boolean narrow = width > 0 && width < TABLET;
            compact.setVisible(narrow);
            wide.forEach(column -> column.setVisible(!narrow));
        });
    }
}
