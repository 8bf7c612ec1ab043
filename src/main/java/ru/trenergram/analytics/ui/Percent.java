package ru.trenergram.analytics.ui;

import java.util.Locale;

/** How shares and hours are written. */
final class Percent {

    private static final double HOUR = 60.0;

    private Percent() {}

    /** “75 %”; a dash of nothing. */
    static String of(long part, long whole, Locale locale) {
        return whole == 0 ? "–" : String.format(locale, "%d\u00a0%%", value(part, whole));
    }

    /** Of a hundred; 0 of nothing. */
    static long value(long part, long whole) {
        return whole == 0 ? 0 : Math.round(part * 100.0 / whole);
    }

    static String hours(long minutes, Locale locale) {
        return String.format(locale, minutes % 60 == 0 ? "%,.0f" : "%,.1f", minutes / HOUR);
    }
}
