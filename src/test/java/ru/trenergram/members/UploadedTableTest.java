package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.trenergram.base.export.ExportFile;
import ru.trenergram.members.UnreadableFileException.Problem;
import ru.trenergram.members.UploadedTable.Row;

/** Files as programs write them, and as those do who mean harm. */
class UploadedTableTest {

    private static final String LIST = "Имя;Телефон\r\nАнна;+79160000001\r\n\r\n\"Пётр; мл.\";89160000002\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16"})
    void csv_is_read_in_the_encodings_of_spreadsheets(String encoding) {
        assertThatTheListIsIn(CsvTable.read(LIST.getBytes(Charset.forName(encoding))));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() {
        assertThatTheListIsIn(CsvTable.read(("\ufeff" + LIST).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void cells_are_parted_by_semicolons_commas_or_tabs(String separator) {
        UploadedTable table = CsvTable.read(("name" + separator + "\"phone, or ; so\"\n\"A\"\"B\"" + separator + "1")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(table.headings()).containsExactly("name", "phone, or ; so");
        assertThat(table.rows()).containsExactly(new Row(2, List.of("A\"B", "1")));
    }

    @Test
    void the_line_that_tells_excel_the_separator_is_no_heading() {
        UploadedTable table = CsvTable.read("sep=;\nname;phone\nA;1".getBytes(StandardCharsets.UTF_8));

        assertThat(table.headings()).containsExactly("name", "phone");
        assertThat(table.rows()).containsExactly(new Row(3, List.of("A", "1")));
    }

    @Test
    void what_an_export_has_made_harmless_is_as_it_was() {
        UploadedTable table = CsvTable.read(("name;phone;note\n" + ExportFile.harmless("=Анна") + ";"
                        + ExportFile.harmless("+79160000001") + ";'quoted'")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows()).containsExactly(new Row(2, List.of("=Анна", "+79160000001", "'quoted'")));
    }

    @Test
    void an_open_quote_swallows_the_rest_and_breaks_nothing() {
        UploadedTable table = CsvTable.read("name;phone\n\"A;1\nB;2".getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void a_huge_cell_is_cut() {
        UploadedTable table =
                CsvTable.read(("name;phone\n" + "я".repeat(3_000_000) + ";1").getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows().getFirst().cells().getFirst()).hasSize(UploadedTable.LONGEST_CELL);
    }

    @Test
    void too_many_rows_or_columns_are_refused() {
        refused(Problem.TOO_MANY_ROWS, ("name\n" + "A\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8));
        refused(Problem.TOO_MANY_COLUMNS, ("a;".repeat(61) + "\n1").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_no_table_is_refused() {
        refused(Problem.EMPTY, "".getBytes(StandardCharsets.UTF_8));
        refused(Problem.EMPTY, "name;phone\n;\n".getBytes(StandardCharsets.UTF_8));
        refused(Problem.UNKNOWN_KIND, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});
    }

    @Test
    void a_workbook_gives_texts_numbers_and_dates() throws IOException {
        UploadedTable table = XlsxTable.read(workbook(sheet -> {
            sheet.value(0, 0, "Имя");
            sheet.value(0, 1, "Телефон");
            sheet.value(0, 2, "День рождения");
            sheet.inlineString(1, 0, "Анна");
            sheet.value(1, 1, 79160000001L);
            sheet.value(1, 2, LocalDate.of(1990, 5, 17));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
        }));

        assertThat(table.headings()).containsExactly("Имя", "Телефон", "День рождения");
        assertThat(table.rows()).containsExactly(new Row(2, List.of("Анна", "79160000001", "1990-05-17")));
    }

    @Test
    void a_formula_is_not_worked_out() throws IOException {
        UploadedTable table = XlsxTable.read(workbook(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "phone");
            sheet.formula(1, 0, "HYPERLINK(\"http://evil\",\"click\")");
            sheet.value(1, 1, "+79160000001");
        }));

        assertThat(table.rows().getFirst().cells()).hasSize(2).doesNotContain("click");
    }

    @Test
    void a_zip_bomb_is_left_before_it_is_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1_000_000];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertThat(bytes.size()).isLessThan(1_000_000);
        refused(Problem.TOO_LARGE, bytes.toByteArray());
    }

    @Test
    void entities_that_grow_are_not_resolved() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
                + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>";

        refused(Problem.BROKEN, withStrings(laughs + "<sst><si><t>&h;</t></si></sst>"));
        refused(
                Problem.BROKEN,
                withStrings("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>&f;</t></si></sst>"));
    }

    @Test
    void a_broken_workbook_is_refused() {
        refused(Problem.BROKEN, new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5});
    }

    private static void assertThatTheListIsIn(UploadedTable table) {
        assertThat(table.headings()).containsExactly("Имя", "Телефон");
        assertThat(table.rows())
                .containsExactly(
                        new Row(2, List.of("Анна", "+79160000001")), new Row(4, List.of("Пётр; мл.", "89160000002")));
    }

    private static void refused(Problem problem, byte[] content) {
        assertThatThrownBy(() -> {
                    if (XlsxTable.isWorkbook(content)) {
                        XlsxTable.read(content);
                    } else {
                        CsvTable.read(content);
                    }
                })
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static byte[] workbook(java.util.function.Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Лист"));
        }
        return bytes.toByteArray();
    }

    /** A workbook whose one cell is the first of the shared strings. */
    private static byte[] withStrings(String strings) throws IOException {
        var bytes = new ByteArrayOutputStream();
        String spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        try (var zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                            + " PartName=\"/xl/sharedStrings.xml\" ContentType=\""
                            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"rId1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + spreadsheet
                            + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                            + " name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + spreadsheet + "\"><sheetData><row r=\"1\"><c r=\"A1\""
                            + " t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\""
                            + " t=\"s\"><v>0</v></c></row></sheetData></worksheet>");
            part(zip, "xl/sharedStrings.xml", strings);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
