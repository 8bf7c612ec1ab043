package ru.trenergram.base;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** How amounts, times and phone numbers are written for people (LOOK.md, "Voice"). */
public final class Formats {

    private static final Pattern RUSSIAN_PHONE = Pattern.compile("\\+7(\\d{3})(\\d{3})(\\d{2})(\\d{2})");
    private static final int KOPECKS = 100;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Formats() {}

    /** “2 500 ₽”, “₽2,500”; kopecks only when there are any. */
    public static String money(Money money, Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        int digits = money.amount() % KOPECKS == 0 ? 0 : 2;
        number.setMinimumFractionDigits(digits);
        number.setMaximumFractionDigits(digits);
        String symbol = Currency.getInstance(money.currency()).getSymbol(Locale.of("ru", "RU"));
        if (locale.getLanguage().equals("ru")) {
            return number.format(money.amount() / (double) KOPECKS) + NO_BREAK_SPACE + symbol;
        }
        return (money.amount() < 0 ? "-" : "") + symbol + number.format(Math.abs(money.amount()) / (double) KOPECKS);
    }

    /** “10:00–11:00”. */
    public static String span(Instant start, int minutes, ZoneId zone) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        return time.format(start) + "–" + time.format(start.plusSeconds(minutes * 60L));
    }

    /** “понедельник, 30 ноября”, “Monday, 30 November”. */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM", locale).format(day);
    }

    /** “30 нояб. 2026 г.”, “30 Nov 2026”. */
    public static String date(LocalDate day, Locale locale) {
        String pattern = locale.getLanguage().equals("ru") ? "d MMM yyyy 'г.'" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** The beginning of a text that is longer than so many characters, and “…”. */
    public static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** “+7 916 123-45-67”; numbers of other countries as they are. */
    public static String phone(String digits) {
        return RUSSIAN_PHONE.matcher(digits).replaceFirst("+7 $1 $2-$3-$4").replace(' ', NO_BREAK_SPACE);
    }
}
