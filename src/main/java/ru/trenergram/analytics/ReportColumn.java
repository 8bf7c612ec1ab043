package ru.trenergram.analytics;

/** @param key of the title in the message bundles */
public record ReportColumn(String key, Kind kind) {

    /** What stands in the cells; each may be null where there is nothing to tell. */
    public enum Kind {
        /** A {@link String}. */
        TEXT(28),
        /** A {@link Long}. */
        COUNT(14),
        /** A {@link Long} of minor units. */
        MONEY(16),
        /** A {@link Long} of a hundred. */
        PERCENT(16),
        /** A {@link Long} of minutes. */
        HOURS(16),
        /** A {@link java.time.LocalDate}. */
        DATE(14),
        /** A {@link java.time.LocalDate}, the first of the month. */
        MONTH(16);

        private final int width;

        Kind(int width) {
            this.width = width;
        }

        /** Of a file's column, in characters. */
        int width() {
            return width;
        }
    }
}
