package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarNewsTest {

    private final CalendarNews news = new CalendarNews();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        news.destroy();
    }

    @Test
    void pages_that_are_all_told_are_told_one_after_the_other_and_what_happens_meanwhile_at_once() {
        news.listen(1, () -> told.add("one"));
        news.listen(2, () -> told.add("two"));

        news.tellAll(Duration.ofHours(2));
        await().until(() -> told.size() == 1);
        assertThat(told).hasSize(1);

        news.tell(1);
        news.tell(2);
        await().untilAsserted(() -> assertThat(told).hasSize(3).contains("one", "two"));
    }
}
