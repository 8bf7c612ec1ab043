package ru.trenergram.base.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file; it is read and written a page at a time, however long it is.
 *
 * @param title key of its name
 */
public record Table<T>(String title, List<Column<T>> columns) {

    private static final int PART = 1_000;

    /**
     * @param header key of what stands above it
     * @param width in characters
     * @param cell as {@link ExportFile#row} takes it
     */
    public record Column<T>(String header, int width, Function<T, @Nullable Object> cell) {}

    @FunctionalInterface
    public interface Pages<T> {
        /** @param last the last row of the page before, null for the first page */
        List<T> read(@Nullable T last, int limit);
    }

    /** Writes the file; the stream is closed with it. */
    public void write(ExportFormat format, OutputStream out, ExportWords words, Pages<T> pages) throws IOException {
        try (ExportFile file = format.open(out, words)) {
            file.table(
                    words.of(title),
                    columns.stream()
                            .map(column -> new ExportFile.Header(words.of(column.header()), column.width()))
                            .toList());
            List<T> part = pages.read(null, PART);
            while (!part.isEmpty()) {
                for (T row : part) {
                    file.row(columns.stream()
                            .<@Nullable Object>map(column -> column.cell().apply(row))
                            .toList());
                }
                part = pages.read(part.getLast(), PART);
            }
        }
    }
}
