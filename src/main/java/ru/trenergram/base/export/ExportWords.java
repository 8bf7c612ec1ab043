package ru.trenergram.base.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** An export's language, and how its spreadsheets write numbers and times. */
public record ExportWords(MessageSource texts, Locale locale) {

    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public String of(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    public boolean russian() {
        return locale.getLanguage().equals("ru");
    }

    public String time(LocalDateTime time) {
        return (russian() ? RUSSIAN : ENGLISH).format(time);
    }

    public String date(LocalDate date) {
        return russian()
                ? DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(date)
                : date.toString();
    }

    public String number(BigDecimal number) {
        String plain = number.toPlainString();
        return russian() ? plain.replace('.', ',') : plain;
    }
}
