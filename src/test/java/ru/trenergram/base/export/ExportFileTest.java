package ru.trenergram.base.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class ExportFileTest {

    private static final ExportWords RUSSIAN = words("ru");
    private static final ExportWords ENGLISH = words("en");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
    void what_begins_like_a_formula_gets_an_apostrophe(String text) {
        assertThat(ExportFile.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Анна", "1-2", "a=b", "🙂", "'=1"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(ExportFile.harmless(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ru | -2500,50;60;"a;b,c ""d"" e";
            en | -2500.50,60,"a;b,c ""d"" e",
            """)
    void csv_is_in_the_form_of_its_language(String language, String line) throws IOException {
        assertThat(csv(words(language), new BigDecimal("-2500.50"), 60, "a;b,c \"d\" e", null))
                .isEqualTo("\ufeff" + line + "\r\n");
    }

    @Test
    void a_line_break_stays_within_its_cell() throws IOException {
        assertThat(csv(ENGLISH, "a\r\n=b", "\"=c")).isEqualTo("\ufeff\"a\r\n=b\",\"\"\"=c\"\r\n");
    }

    @Test
    void a_workbook_holds_whatever_people_write() throws IOException {
        List<String> texts =
                List.of("\u0001\u001f", "🙂 <&>\"'", "\u202eab", "ж".repeat(2_000), "]]>", "_x000D_", "  ");
        var out = new ByteArrayOutputStream();
        try (var file = new XlsxFile(out)) {
            file.table("Тексты", List.of(new ExportFile.Header("Клиент", 26)));
            for (String text : texts) {
                file.row(Arrays.asList(text));
            }
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.skip(1).map(row -> row.getCellText(0)).toList().subList(1, 5))
                    .isEqualTo(texts.subList(1, 5));
        }
    }

    private static String csv(ExportWords words, Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new CsvFile(out, words)) {
            file.row(Arrays.asList(cells));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ExportWords words(String language) {
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        return new ExportWords(texts, Locale.of(language));
    }
}
