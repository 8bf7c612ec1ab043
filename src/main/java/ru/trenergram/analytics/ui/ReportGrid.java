package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.trenergram.analytics.ClubReport;
import ru.trenergram.analytics.ReportColumn;

/** The rows of a report; a click on a column's head sorts them. */
class ReportGrid extends Grid<List<@Nullable Object>> {

    private static final int ROWS_SHOWN = 15;

    ReportGrid(ClubReport report, List<List<@Nullable Object>> rows) {
        setSelectionMode(SelectionMode.NONE);
        for (int i = 0; i < report.columns().size(); i++) {
            ReportColumn column = report.columns().get(i);
            int index = i;
            boolean text = column.kind() == ReportColumn.Kind.TEXT;
            boolean date = column.kind() == ReportColumn.Kind.DATE || column.kind() == ReportColumn.Kind.MONTH;
            addColumn(row -> ReportCells.written(column.kind(), row.get(index), getLocale()))
                    .setHeader(getTranslation(column.key()))
                    .setPartNameGenerator(row -> "numeric")
                    .setTextAlign(text || date ? ColumnTextAlign.START : ColumnTextAlign.END)
                    .setAutoWidth(true)
                    .setComparator((one, other) -> compare(one.get(index), other.get(index)));
        }
        setItems(rows);
        if (rows.size() <= ROWS_SHOWN) {
            setAllRowsVisible(true);
        } else {
            addClassName("tall");
        }
    }

    /** Nothing is less than anything. */
    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object one, @Nullable Object other) {
        return Objects.compare(
                (Comparable<Object>) one, (Comparable<Object>) other, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
