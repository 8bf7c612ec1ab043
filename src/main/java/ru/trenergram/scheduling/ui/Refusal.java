package ru.trenergram.scheduling.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.DomainException.FieldError;
import ru.trenergram.scheduling.SeriesConflictException;

/** What a rule said no with, in the person's language. */
final class Refusal {

    private static final int WEEKS_NAMED = 8;

    private Refusal() {}

    /** @param zone in which weeks that are taken are named */
    static String sentence(DomainException refusal, Locale locale, ZoneId zone) {
        String sentence = I18NProvider.translate(locale, refusal.code().messageKey(), refusal.arguments());
        if (refusal instanceof SeriesConflictException series) {
            DateTimeFormatter day =
                    DateTimeFormatter.ofPattern("d MMM, HH:mm", locale).withZone(zone);
            return sentence + " "
                    + series.conflicts().stream()
                            .limit(WEEKS_NAMED)
                            .map(week -> day.format(week.startsAt()))
                            .collect(Collectors.joining("; "))
                    + (series.conflicts().size() > WEEKS_NAMED ? "…" : "");
        }
        return refusal.errors().isEmpty()
                ? sentence
                : refusal.errors().stream()
                        .map(error -> field(error, locale))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static String field(FieldError error, Locale locale) {
        return I18NProvider.translate(locale, "field." + error.code(), error.arguments());
    }
}
