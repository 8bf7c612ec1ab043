package ru.trenergram.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyPagesTest {

    private final List<Integer> skipped = new ArrayList<>();
    private final KeyPages<Integer, Integer> pages = new KeyPages<>(
            (after, skip, limit) -> {
                skipped.add(skip);
                int first = after == null ? 0 : after + 1;
                return IntStream.range(0, 1_000)
                        .filter(row -> row >= first)
                        .skip(skip)
                        .limit(limit)
                        .boxed()
                        .toList();
            },
            row -> row);

    @Test
    void leafing_through_never_skips_a_row() {
        for (int offset = 0; offset < 1_000; offset += 50) {
            assertThat(pages.read(offset, 50)).hasSize(50).first().isEqualTo(offset);
        }
        assertThat(skipped).containsOnly(0);
    }

    @Test
    void a_page_that_was_seen_is_found_again_by_its_key() {
        pages.read(0, 50);
        pages.read(50, 50);
        pages.read(100, 50);
        skipped.clear();

        assertThat(pages.read(100, 20)).first().isEqualTo(100);
        assertThat(pages.read(110, 20)).first().isEqualTo(110);

        assertThat(skipped).containsExactly(0, 10);
    }

    @Test
    void a_jump_goes_on_from_the_last_key_before_it() {
        pages.read(0, 100);

        assertThat(pages.read(140, 10)).first().isEqualTo(140);

        assertThat(skipped).endsWith(40);
    }

    @Test
    void behind_the_end_there_is_nothing() {
        assertThat(pages.read(1_000, 50)).isEmpty();
        assertThat(pages.read(990, 50)).hasSize(10);
    }
}
