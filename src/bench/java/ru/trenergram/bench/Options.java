package ru.trenergram.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * @param quick a short try, whose figures are not written down
 * @param fresh seeds again
 * @param parts what is measured
 */
record Options(boolean quick, boolean fresh, Set<Part> parts) {

    enum Part {
        /** Slots, days and bookings, asked for over HTTP. */
        REQUESTS,
        /** Messages on their way to Telegram. */
        TELEGRAM,
        /** Pages of the clubs' panel, and how much of it can be open at once. */
        PANELS
    }

    static Options of(String[] arguments) {
        boolean quick = false;
        boolean fresh = false;
        Set<Part> parts = EnumSet.allOf(Part.class);
        for (String argument : arguments) {
            switch (argument) {
                case "--quick" -> quick = true;
                case "--fresh" -> fresh = true;
                case "--only=requests" -> parts = EnumSet.of(Part.REQUESTS);
                case "--only=telegram" -> parts = EnumSet.of(Part.TELEGRAM);
                case "--only=panels" -> parts = EnumSet.of(Part.PANELS);
                default ->
                    throw new IllegalArgumentException(
                            "./dev bench knows --quick, --fresh, --only=requests, --only=telegram and --only=panels, not "
                                    + argument);
            }
        }
        return new Options(quick, fresh, parts);
    }

    Duration warmUp() {
        return Duration.ofSeconds(quick ? 8 : 30);
    }

    /** One of several measurements that take turns. */
    Duration turn() {
        return Duration.ofSeconds(quick ? 4 : 10);
    }

    /** In all they are as long as the warm-up. */
    int turns() {
        return quick ? 2 : 3;
    }
}
