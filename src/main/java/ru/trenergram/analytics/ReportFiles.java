package ru.trenergram.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.base.export.ExportFile;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.export.ExportWords;

/** Reports as files, written row by row to the disk, as {@link Exports} does. */
@Component
class ReportFiles {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private final ReportRows rows;
    private final MessageSource texts;

    ReportFiles(ReportRows rows, MessageSource texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** Returns a temporary file, which is the caller's to delete. */
    Path write(ClubReport report, ClubPeriod period, ExportFormat format, Locale language) {
        Path file = null;
        try {
            file = Files.createTempFile("trenergram-report", null);
            try (OutputStream out = Files.newOutputStream(file)) {
                write(report, period, format, new ExportWords(texts, language), out);
            }
            return file;
        } catch (IOException | RuntimeException failure) {
            Exports.delete(file);
            throw failure instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) failure;
        }
    }

    private void write(ClubReport report, ClubPeriod period, ExportFormat format, ExportWords words, OutputStream out)
            throws IOException {
        try (ExportFile file = format.open(out, words)) {
            file.table(
                    words.of(report.messageKey()),
                    report.columns().stream()
                            .map(column -> new ExportFile.Header(
                                    header(column, words), column.kind().width()))
                            .toList());
            rows.read(report, period, cells -> {
                try {
                    file.row(written(report, cells, words.locale()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** A bare number says nothing of its unit: the column does. */
    private static String header(ReportColumn column, ExportWords words) {
        String title = words.of(column.key());
        return switch (column.kind()) {
            case MONEY -> words.of("reports.header.rubles", title);
            case PERCENT -> words.of("reports.header.percent", title);
            case HOURS -> words.of("reports.header.hours", title);
            case TEXT, COUNT, DATE, MONTH -> title;
        };
    }

    private static List<@Nullable Object> written(ClubReport report, List<@Nullable Object> cells, Locale language) {
        List<@Nullable Object> written = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            written.add(cell(report.columns().get(i).kind(), cells.get(i), language));
        }
        return written;
    }

    private static @Nullable Object cell(ReportColumn.Kind kind, @Nullable Object value, Locale language) {
        return switch (value) {
            case null -> null;
            case Long number when kind == ReportColumn.Kind.MONEY -> BigDecimal.valueOf(number, 2);
            case Long minutes
            when kind == ReportColumn.Kind.HOURS -> BigDecimal.valueOf(minutes).divide(HOUR, 2, RoundingMode.HALF_UP);
            case LocalDate month
            when kind == ReportColumn.Kind.MONTH ->
                DateTimeFormatter.ofPattern("LLLL yyyy", language).format(month);
            default -> value;
        };
    }
}
