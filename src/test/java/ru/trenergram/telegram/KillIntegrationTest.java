package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.TestDatabase;

class KillIntegrationTest {

    private static final int MESSAGES = 6;
    private static final List<Long> CHATS = LongStream.rangeClosed(1, 8).boxed().toList();

    @Test
    void nothing_that_was_received_is_lost_or_done_twice_when_the_process_is_killed() throws Exception {
        String database = TestDatabase.create();
        try (var api = new FakeBotApi()) {
            try (var node = new KilledNode(database, api.url())) {
                api.write(99, "/note ready");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !api.texts(99).isEmpty());
                IntStream.rangeClosed(1, MESSAGES).forEach(i -> CHATS.forEach(chat -> api.write(chat, "/note " + i)));
                await().atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> answers(api) > 5);
                node.kill();
            }
            assertThat(answers(api)).isLessThan(CHATS.size() * MESSAGES);

            try (var next = RunningBots.startNode(database, api.url(), new MovableClock())) {
                var effects = next.getBean(SampleModule.Effects.class);
                var all = IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(Integer::toString)
                        .toList();
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(CHATS)
                                .allSatisfy(chat -> assertThat(withoutRepeats(api.texts(chat)))
                                        .containsExactlyElementsOf(all.stream()
                                                .map(i -> "noted " + i)
                                                .toList())));
                assertThat(CHATS)
                        .allSatisfy(chat -> assertThat(effects.of(chat)).containsExactlyElementsOf(all));
            }
        }
    }

    private static int answers(FakeBotApi api) {
        return CHATS.stream().mapToInt(chat -> api.texts(chat).size()).sum();
    }

    /** An answer whose fate the killed process could not write down is sent again. */
    private static List<String> withoutRepeats(List<String> texts) {
        var single = new ArrayList<String>();
        for (String text : texts) {
            if (single.isEmpty() || !single.getLast().equals(text)) {
                single.add(text);
            }
        }
        return single;
    }
}
