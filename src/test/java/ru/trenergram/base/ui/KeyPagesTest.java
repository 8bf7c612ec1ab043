package ru.trenergram.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyPagesTest {

    private final List<Integer> lengths = new ArrayList<>();
    private final KeyPages<Integer> pages = new KeyPages<>((after, limit) -> {
        lengths.add(limit);
        int first = after == null ? 0 : after + 1;
        return IntStream.range(first, Math.min(1_000, first + limit)).boxed().toList();
    });

    @Test
    void leafing_through_reads_no_row_twice() {
        for (int offset = 0; offset < 1_000; offset += 50) {
            assertThat(read(offset, 50)).hasSize(50).first().isEqualTo(offset);
        }
        assertThat(lengths).containsOnly(50);
    }

    @Test
    void a_page_that_was_seen_is_found_again_by_its_key() {
        read(0, 50);
        read(50, 50);
        read(100, 50);
        lengths.clear();

        assertThat(read(100, 20)).first().isEqualTo(100);
        assertThat(read(110, 20)).first().isEqualTo(110);

        assertThat(lengths).containsExactly(20, 30);
    }

    @Test
    void a_jump_goes_on_from_the_last_key_before_it() {
        read(0, 100);

        assertThat(read(140, 10)).first().isEqualTo(140);

        assertThat(lengths).endsWith(50);
    }

    @Test
    void behind_the_end_there_is_nothing() {
        assertThat(read(1_000, 50)).isEmpty();
        assertThat(read(990, 50)).hasSize(10);
    }

    private List<Integer> read(int offset, int limit) {
        return pages.fetch(new Query<>(offset, limit, List.of(), null, null)).toList();
    }
}
