package ru.trenergram.members;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import ru.trenergram.members.UnreadableFileException.Problem;

/**
 * The first sheet of an Excel workbook. What it unpacks to is measured, with the same library, before anything reads it, and formulas count for
 * what they last came to: nothing is computed here.
 */
final class XlsxTable {

    /** More than fifty thousand full rows, and far less than the memory of a service. */
    private static final long LARGEST_UNPACKED = 60_000_000;

    private static final int MOST_PARTS = 1_000;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private XlsxTable() {}

    static boolean isWorkbook(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    static UploadedTable read(byte[] content) {
        requireReasonable(content);
        var table = new UploadedTable.Builder();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                table.add(row.getRowNum(), cells(row));
            }
        } catch (UnreadableFileException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) { // the reader tells of broken files in many ways
            throw new UnreadableFileException(Problem.BROKEN, broken);
        }
        return table.build();
    }

    private static void requireReasonable(byte[] content) {
        long unpacked = 0;
        int parts = 0;
        var buffer = new byte[65_536];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (Iterator<ZipArchiveEntry> each = zip.getEntries().asIterator(); each.hasNext(); ) {
                if (++parts > MOST_PARTS) {
                    throw new UnreadableFileException(Problem.TOO_LARGE);
                }
                try (InputStream part = zip.getInputStream(each.next())) {
                    unpacked = measure(part, buffer, unpacked);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFileException(Problem.BROKEN, broken);
        }
    }

    private static long measure(InputStream part, byte[] buffer, long before) throws IOException {
        long unpacked = before;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST_UNPACKED) {
                throw new UnreadableFileException(Problem.TOO_LARGE);
            }
        }
        return unpacked;
    }

    private static List<String> cells(Row row) {
        int width = row.getCellCount();
        if (width > UploadedTable.MOST_COLUMNS) {
            width = lastWithText(row) + 1;
        }
        List<String> cells = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            cells.add(row.getOptionalCell(column).map(XlsxTable::text).orElse(""));
        }
        return cells;
    }

    private static int lastWithText(Row row) {
        int last = -1;
        for (Cell cell : row) {
            if (cell != null && !text(cell).isBlank()) {
                last = cell.getColumnIndex();
            }
        }
        return last;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number) {
            return isDate(cell.getDataFormatString())
                    ? cell.asDate().toLocalDate().toString()
                    : plain(number);
        }
        Object value = cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR
                ? cell.getRawValue()
                : cell.getValue();
        return value == null ? "" : value.toString();
    }

    /** 79161234567, not 7.9161234567E10. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        String pattern = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return pattern.contains("yy") || pattern.contains("d") && pattern.contains("m");
    }
}
