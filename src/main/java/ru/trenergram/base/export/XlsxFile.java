package ru.trenergram.base.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook with a sheet a table. Texts stand in their cells: a table of shared ones would grow with the file. */
class XlsxFile implements ExportFile {

    private static final int ROWS_HELD = 500;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int rows;

    XlsxFile(OutputStream out) {
        this.workbook = new Workbook(out, "Trenergram", "1.0");
    }

    @Override
    public void table(String name, List<Header> columns) throws IOException {
        finishSheet();
        Worksheet next = workbook.newWorksheet(name);
        for (int column = 0; column < columns.size(); column++) {
            next.width(column, columns.get(column).width());
            next.inlineString(0, column, columns.get(column).text());
            next.style(0, column).bold().set();
        }
        next.freezePane(0, 1);
        sheet = next;
        rows = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Worksheet current = Objects.requireNonNull(sheet);
        for (int column = 0; column < cells.size(); column++) {
            write(current, rows, column, cells.get(column));
        }
        if (++rows % ROWS_HELD == 0) {
            current.flush();
        }
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0.00").set();
            }
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("dd.mm.yyyy").set();
            }
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format("dd.mm.yyyy hh:mm").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.inlineString(row, column, ExportFile.harmless(value.toString()));
        }
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        workbook.close();
    }
}
