package ru.trenergram.base.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV for the Excel of its language: the Russian one parts columns by semicolons and writes 2500,00. Without the byte
 * order mark neither would know that it is UTF-8. Texts are always quoted: whatever a program parts columns by, no text
 * falls apart into cells.
 */
class CsvFile implements ExportFile {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Writer writer;
    private final ExportWords words;

    CsvFile(OutputStream out, ExportWords words) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.words = words;
        writer.write(BYTE_ORDER_MARK);
    }

    @Override
    public void table(String name, List<Header> columns) throws IOException {
        row(columns.stream().<@Nullable Object>map(Header::text).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        writer.write(cells.stream().map(this::cell).collect(Collectors.joining(words.russian() ? ";" : ",")));
        writer.write("\r\n");
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> words.number(number);
            case LocalDateTime time -> words.time(time);
            case LocalDate date -> words.date(date);
            case Number number -> number.toString();
            default -> '"' + ExportFile.harmless(value.toString()).replace("\"", "\"\"") + '"';
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
