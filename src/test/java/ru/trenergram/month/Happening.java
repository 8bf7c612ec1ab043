package ru.trenergram.month;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that nobody did: the service, by itself.
 *
 * @param session its number
 * @param person telegram id of whoever is told, charged or paid; 0 for what happens to the session
 */
record Happening(Instant at, Kind kind, int session, long person) implements Comparable<Happening> {

    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::session)
            .thenComparing(Happening::kind)
            .thenComparing(Happening::person);

    enum Kind {
        FIRST_REMINDER,
        SECOND_REMINDER,
        THIRD_REMINDER,
        HEADS_UP,
        UNREACHABLE,
        AUTO_CANCELLED,
        UNANSWERED,
        NOT_ACCEPTED,
        CHARGED,
        RETURNED,
        COMPLETED
    }

    @Override
    public int compareTo(Happening other) {
        return ORDER.compare(this, other);
    }
}
