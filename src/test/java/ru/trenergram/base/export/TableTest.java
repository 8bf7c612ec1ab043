package ru.trenergram.base.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class TableTest {

    private static final int ROWS = 2_500;

    private final Table<Integer> table = new Table<>(
            "numbers",
            List.of(new Table.Column<>("number", 10, row -> row), new Table.Column<>("nothing", 5, row -> null)));

    private final StaticMessageSource texts = new StaticMessageSource();
    private final ExportWords words = new ExportWords(texts, Locale.of("ru"));

    private final AtomicBoolean closed = new AtomicBoolean();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream() {
        @Override
        public void close() {
            closed.set(true);
        }
    };

    @BeforeEach
    void name() {
        texts.addMessages(Map.of("numbers", "Числа", "number", "Число", "nothing", "Пусто"), words.locale());
    }

    @Test
    void every_row_stands_there_once_and_in_order_over_all_pages() throws IOException {
        table.write(ExportFormat.CSV, out, words, (last, limit) -> {
            int from = last == null ? 0 : last + 1;
            return IntStream.range(from, Math.min(ROWS, from + limit)).boxed().toList();
        });

        assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst()).hasValue("\uFEFF\"Число\";\"Пусто\"");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactlyElementsOf(
                        IntStream.range(0, ROWS).mapToObj(row -> row + ";").toList());
        assertThat(closed).isTrue();
    }

    @Test
    void a_failure_while_it_is_read_closes_the_file() throws IOException {
        assertThatThrownBy(() -> table.write(ExportFormat.CSV, out, words, (last, limit) -> {
                    throw new IllegalStateException("gone");
                }))
                .hasMessage("gone");
        assertThat(closed).isTrue();
    }
}
