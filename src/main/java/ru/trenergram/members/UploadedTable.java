package ru.trenergram.members;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.export.ExportFile;
import ru.trenergram.members.UnreadableFileException.Problem;

/**
 * An uploaded list as it was read: the headings, and under them the rows in which anything stands.
 *
 * @param headings as many as the widest row has cells
 */
record UploadedTable(List<String> headings, List<Row> rows) {

    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 60;

    /** What is longer is no name and no note; of it so much is kept for the report. */
    static final int LONGEST_CELL = 5_000;

    /** @param line of the file, the first is 1 */
    record Row(int line, List<String> cells) {}

    /** Takes rows one by one, so that a file that is too large is left as soon as it shows. */
    static final class Builder {

        private @Nullable List<String> headings;
        private final List<Row> rows = new ArrayList<>();
        private int width;

        void add(int line, List<String> cells) {
            List<String> kept = cells.stream().map(Builder::cell).toList();
            if (kept.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (kept.size() > MOST_COLUMNS) {
                throw new UnreadableFileException(Problem.TOO_MANY_COLUMNS);
            }
            width = Math.max(width, kept.size());
            if (headings == null) {
                headings = kept;
            } else if (rows.size() == MOST_ROWS) {
                throw new UnreadableFileException(Problem.TOO_MANY_ROWS);
            } else {
                rows.add(new Row(line, kept));
            }
        }

        UploadedTable build() {
            if (headings == null || rows.isEmpty()) {
                throw new UnreadableFileException(Problem.EMPTY);
            }
            List<String> all = new ArrayList<>(headings);
            while (all.size() < width) {
                all.add("");
            }
            return new UploadedTable(List.copyOf(all), List.copyOf(rows));
        }

        private static String cell(String text) {
            String clean = ExportFile.asWritten(
                    text.replace("\0", "").replace('\u00a0', ' ').strip());
            return clean.length() > LONGEST_CELL ? clean.substring(0, LONGEST_CELL) : clean;
        }
    }
}
