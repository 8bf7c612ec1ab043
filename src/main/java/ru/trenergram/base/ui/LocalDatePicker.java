package ru.trenergram.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A date picker in the person's language. Weeks begin on Monday. */
public final class LocalDatePicker extends DatePicker {

    public LocalDatePicker(Locale locale) {
        setI18n(new DatePickerI18n()
                .setMonthNames(names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(getTranslation(locale, "panel.date.today"))
                .setCancel(getTranslation(locale, "panel.date.cancel"))
                .setBadInputErrorMessage(getTranslation(locale, "panel.date.unreadable"))
                .setMinErrorMessage(getTranslation(locale, "panel.date.outside"))
                .setMaxErrorMessage(getTranslation(locale, "panel.date.outside")));
    }

    /** The component counts from Sunday. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(n -> DayOfWeek.SUNDAY.plus(n).getDisplayName(style, locale))
                .toList();
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
