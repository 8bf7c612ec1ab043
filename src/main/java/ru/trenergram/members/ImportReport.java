package ru.trenergram.members;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.trenergram.base.export.ExportFile;
import ru.trenergram.base.export.ExportFile.Header;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.export.ExportWords;
import ru.trenergram.members.MemberImport.Line;

/** The rows of an uploaded list that did not go in, as they were, and why: to be mended and uploaded again. */
@Service
public class ImportReport {

    private static final int PART = 1_000;
    private static final int WIDTH = 20;

    private final MemberImports imports;
    private final MessageSource texts;

    ImportReport(MemberImports imports, MessageSource texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /**
     * Writes a CSV file; the stream is closed with it.
     *
     * @throws ru.trenergram.base.DomainException as {@link MemberImports#get}
     */
    public void write(long staffId, long clubId, long importId, Locale language, OutputStream out) throws IOException {
        MemberImport list = imports.get(staffId, clubId, importId);
        var words = new ExportWords(texts, language);
        List<Header> headers = new ArrayList<>();
        list.headings().forEach(heading -> headers.add(new Header(heading, WIDTH)));
        headers.add(new Header(words.of("people.import.line"), WIDTH));
        headers.add(new Header(words.of("people.import.why"), WIDTH));
        try (ExportFile file = ExportFormat.CSV.open(out, words)) {
            file.table("", headers);
            int line = 0;
            List<Line> part = imports.leftOut(staffId, clubId, importId, line, PART);
            while (!part.isEmpty()) {
                for (Line leftOut : part) {
                    file.row(cells(leftOut, list.headings().size(), words));
                }
                part = imports.leftOut(staffId, clubId, importId, part.getLast().number(), PART);
            }
        }
    }

    private List<@Nullable Object> cells(Line line, int columns, ExportWords words) {
        List<@Nullable Object> cells = new ArrayList<>(line.cells());
        while (cells.size() < columns) {
            cells.add(null);
        }
        cells.add(line.number());
        ImportOutcome outcome = line.outcome();
        cells.add(
                outcome.problem() == null
                        ? null
                        : words.of(
                                "people.import.problem."
                                        + outcome.problem().name().toLowerCase(Locale.ROOT),
                                outcome.detail() == null ? "" : outcome.detail()));
        return cells;
    }
}
