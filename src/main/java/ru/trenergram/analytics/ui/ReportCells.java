package ru.trenergram.analytics.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.analytics.ReportColumn;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;

/** Cells of reports as people read them. */
final class ReportCells {

    private ReportCells() {}

    static String written(ReportColumn.Kind kind, @Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> "–";
            case Long number ->
                switch (kind) {
                    case MONEY -> Formats.money(Money.rubles(number), locale);
                    case PERCENT -> String.format(locale, "%d\u00a0%%", number);
                    case HOURS -> Percent.hours(number, locale);
                    case TEXT, COUNT, DATE, MONTH -> String.format(locale, "%,d", number);
                };
            case LocalDate date ->
                DateTimeFormatter.ofPattern(kind == ReportColumn.Kind.MONTH ? "LLLL yyyy" : "d MMM yyyy, EEE", locale)
                        .format(date);
            default -> value.toString();
        };
    }
}
