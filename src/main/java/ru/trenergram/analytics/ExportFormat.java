package ru.trenergram.analytics;

import java.util.Locale;

/** What an export is written as. */
public enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileName(Period period) {
        return "trenergram-%s-%s.%s".formatted(period.from(), period.to(), extension);
    }

    public String fileName(ClubReport report, ClubPeriod period) {
        return "trenergram-%s-%s-%s.%s"
                .formatted(report.name().toLowerCase(Locale.ROOT), period.from(), period.to(), extension);
    }
}
