package ru.trenergram.scheduling.web;

import java.util.Locale;
import java.util.regex.Pattern;
import ru.trenergram.base.DomainException;

/** Times by the clock on the wall, {@code 09:00}, as minutes since midnight; {@code 24:00} is the end of the day. */
final class TimesOfDay {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");

    private TimesOfDay() {}

    /** @throws DomainException {@code validation_failed} */
    static int minute(String field, String text) {
        if (!TIME.matcher(text).matches()) {
            throw DomainException.invalid(field, "time_of_day");
        }
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }

    static String text(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
