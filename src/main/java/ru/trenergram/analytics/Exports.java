package ru.trenergram.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.analytics.ExportLines.Part;
import ru.trenergram.base.export.ExportFile;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.export.ExportWords;

/**
 * A period's bookings and ledger as a file. It is written to the disk first: so neither memory nor, while a slow phone
 * loads it, a connection to the database is held, and what fails halfway reaches nobody.
 */
@Service
public class Exports {

    private final ExportLines lines;
    private final ApplicationEventPublisher events;
    private final MessageSource texts;

    Exports(ExportLines lines, ApplicationEventPublisher events, MessageSource texts) {
        this.lines = lines;
        this.events = events;
        this.texts = texts;
    }

    /** Returns a temporary file, which is the caller's to delete. */
    @Transactional(readOnly = true)
    public Path write(Period period, ExportFormat format, Locale language) {
        Path file = null;
        try {
            file = Files.createTempFile("trenergram-export", null);
            try (OutputStream out = Files.newOutputStream(file)) {
                write(period, format, new ExportWords(texts, language), out);
            }
            return file;
        } catch (IOException | RuntimeException failure) {
            delete(file);
            throw failure instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) failure;
        }
    }

    /** The bot will send the file; what is accepted here survives restarts. */
    @Transactional
    public void request(Period period, ExportFormat format) {
        events.publishEvent(
                new ExportRequested(UUID.randomUUID(), period.trainer().userId(), format, period.from(), period.to()));
    }

    static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Period period, ExportFormat format, ExportWords words, OutputStream out) throws IOException {
        try (ExportFile file = format.open(out, words)) {
            switch (format) {
                case CSV -> table(file, "", List.of(ExportColumn.values()), period, words, Part.values());
                case XLSX -> {
                    String sessions = words.of("analytics.sheet.sessions");
                    table(file, sessions, ExportColumn.OF_SESSIONS, period, words, Part.SESSIONS);
                    String entries = words.of("analytics.sheet.entries");
                    table(file, entries, ExportColumn.OF_ENTRIES, period, words, Part.ENTRIES);
                }
            }
        }
    }

    private void table(
            ExportFile file, String name, List<ExportColumn> columns, Period period, ExportWords words, Part... parts)
            throws IOException {
        file.table(
                name,
                columns.stream()
                        .map(column -> new ExportFile.Header(column.header(words), column.width()))
                        .toList());
        ExportLines.Reader reader = line -> {
            @Nullable Object[] cells =
                    columns.stream().map(column -> column.cell(line, words)).toArray();
            try {
                file.row(Arrays.asList(cells));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        lines.read(period, reader, parts);
    }
}
