package ru.trenergram.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.MovableClock;

class DueWorkTest {

    private final MovableClock clock = new MovableClock();
    private final List<Integer> due =
            new ArrayList<>(IntStream.range(0, 10).boxed().toList());
    private final Set<Integer> poisoned = new HashSet<>();
    private final List<Integer> attempts = new ArrayList<>();
    private boolean databaseIsGone;
    private final DueWork<Integer> work = new DueWork<>(Integer[]::new, this::batch, this::first, this::one, clock);

    private int batch(int limit, Integer[] except) {
        List<Integer> taken = first(limit, except);
        if (taken.stream().anyMatch(poisoned::contains)) {
            throw new IllegalStateException("the whole batch");
        }
        due.removeAll(taken);
        return taken.size();
    }

    private List<Integer> first(int limit, Integer[] except) {
        if (databaseIsGone) {
            throw new IllegalStateException("the database");
        }
        return due.stream()
                .filter(id -> !Arrays.asList(except).contains(id))
                .limit(limit)
                .toList();
    }

    private void one(int id) {
        attempts.add(id);
        if (poisoned.contains(id)) {
            throw new IllegalArgumentException("this one");
        }
        due.remove((Integer) id);
    }

    @Test
    void all_that_is_due_is_handled_in_batches() {
        work.run(3);

        assertThat(due).isEmpty();
        assertThat(attempts).isEmpty();
    }

    @Test
    void what_fails_holds_up_nothing_and_is_named_at_the_end() {
        poisoned.addAll(List.of(0, 1, 2, 3, 7));

        assertThatThrownBy(() -> work.run(3))
                .isInstanceOf(DueWorkFailedException.class)
                .hasMessage("0, 1, 2 +2")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);

        assertThat(due).containsExactly(0, 1, 2, 3, 7);
        assertThat(attempts).doesNotHaveDuplicates();
    }

    @Test
    void what_failed_rests_longer_each_time_up_to_an_hour_and_then_gets_through() {
        poisoned.add(4);
        List<Long> minutes = new ArrayList<>();
        for (int minute = 0; minute < 300; minute++) {
            int before = attempts.size();
            try {
                work.run(20);
            } catch (DueWorkFailedException _) {
                minutes.add((long) minute);
            }
            assertThat(attempts.size() - before).isLessThanOrEqualTo(minute == 0 ? 10 : 1);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(minutes).startsWith(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);

        poisoned.clear();
        clock.advance(Duration.ofHours(1));
        work.run(20);

        assertThat(due).isEmpty();
    }

    @Test
    void a_database_that_is_gone_is_nobodys_fault() {
        databaseIsGone = true;

        assertThatThrownBy(() -> work.run(3)).hasMessage("the database");

        databaseIsGone = false;
        work.run(3);
        assertThat(due).isEmpty();
    }
}
