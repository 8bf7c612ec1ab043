package ru.trenergram.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import ru.trenergram.members.UnreadableFileException.Problem;

/**
 * CSV as programs write it: in UTF-8 with or without a byte order mark, in UTF-16 with one, or in windows-1251, as Excel in
 * Russia does; with semicolons, commas or tabs between the cells.
 */
final class CsvTable {

    private static final Charset OF_RUSSIAN_EXCEL = Charset.forName("windows-1251");
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char[] SEPARATORS = {';', ',', '\t'};

    private CsvTable() {}

    static UploadedTable read(byte[] content) {
        String text = decode(content);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFileException(Problem.UNKNOWN_KIND);
        }
        int skipped = 0;
        char separator = separator(text);
        if (text.startsWith("sep=") && text.length() > 4) { // a line with which Excel is told
            separator = text.charAt(4);
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        var table = new UploadedTable.Builder();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord record : parser) {
                table.add(Math.toIntExact(record.getRecordNumber()) + skipped, record.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableFileException(Problem.BROKEN, broken);
        }
        return table.build();
    }

    private static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe
                || content.length >= 2 && (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(content, OF_RUSSIAN_EXCEL);
        }
    }

    /** Of which there are most in the first line, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char next = text.charAt(i);
            quoted ^= next == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += next == SEPARATORS[s] ? 1 : 0;
            }
        }
        int most = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            most = counts[s] > counts[most] ? s : most;
        }
        return SEPARATORS[most];
    }
}
