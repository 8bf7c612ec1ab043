package ru.trenergram.simulator.faults;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong. */
public enum FaultKind {
    /** 429; {@code seconds} is {@code retry_after}. */
    TOO_MANY_REQUESTS(5),
    /** 403: the person has blocked the bot. */
    BLOCKED,
    /** 403: the person's account is no more. */
    DEACTIVATED,
    /** 400 with a {@code description} of one's own. */
    BAD_REQUEST,
    /** 500, 502, 503 or 504, as {@code code} says. */
    SERVER_ERROR,
    /** Nothing is done, and the connection is closed without an answer after {@code seconds}. */
    NO_ANSWER(0),
    /** The call is carried out, but the connection is closed without an answer after {@code seconds}. */
    LOST_ANSWER(0),
    /** The call is carried out, and answered after {@code seconds}. */
    SLOW(3),
    /** An update arrives twice. */
    DUPLICATE,
    /** An update arrives after the one that follows it; it waits for that one for {@code seconds}. */
    REORDER(3);

    private final int usualSeconds;

    FaultKind() {
        this(-1);
    }

    FaultKind(int usualSeconds) {
        this.usualSeconds = usualSeconds;
    }

    /** Whether it strikes updates on their way in, and not calls. */
    boolean isOfUpdates() {
        return this == DUPLICATE || this == REORDER;
    }

    boolean hasSeconds() {
        return usualSeconds >= 0;
    }

    int usualSeconds() {
        return usualSeconds;
    }

    /** Its name outside of the code: {@code too_many_requests}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FaultKind> withSlug(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
