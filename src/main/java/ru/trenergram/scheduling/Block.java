package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Facts;

/** Time in which a trainer is busy with something of their own. */
public record Block(long id, Span time, @Nullable String reason) {

    /** For the audit. */
    Facts facts() {
        return Facts.none()
                .with("starts_at", time.startsAt())
                .with("ends_at", time.endsAt())
                .words("reason", reason);
    }
}
