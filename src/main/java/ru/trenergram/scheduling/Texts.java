package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;

/** What people write. */
final class Texts {

    private Texts() {}

    /**
     * @throws DomainException {@code validation_failed} for too long a text, and for the one character that PostgreSQL
     *     cannot keep
     */
    static void check(String field, @Nullable String text, int max) {
        if (text != null && text.length() > max) {
            throw DomainException.invalid(field, "size", 0, max);
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw DomainException.invalid(field, "invalid");
        }
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
