package ru.trenergram.platform.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.trenergram.platform.Figures;
import ru.trenergram.users.UserInfo;

/** Moments as the super-admin reads them: in their zone, or in Moscow's while theirs is not known. */
record Times(ZoneId zone, Locale locale) {

    static Times of(UserInfo reader, Locale locale) {
        return new Times(Objects.requireNonNullElse(reader.timezone(), Figures.ZONE), locale);
    }

    /** “30 нояб. 2026, 12:05”; a dash for none. */
    String moment(@Nullable Instant at) {
        return at == null
                ? "–"
                : DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", locale)
                        .withZone(zone)
                        .format(at);
    }
}
