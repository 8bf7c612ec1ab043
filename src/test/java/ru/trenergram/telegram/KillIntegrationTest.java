package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.TestDatabase;
import ru.trenergram.telegram.spi.Messenger.Priority;

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

    @Test
    void when_the_sending_node_is_killed_another_sends_the_rest_and_twice_only_what_nobody_can_know_of()
            throws Exception {
        String database = TestDatabase.create();
        String pace = "--MESSAGES_PER_SECOND=400";
        try (var api = new FakeBotApi();
                var killed = new KilledNode(database, api.url(), pace)) {
            api.write(99, "/note ready");
            await().atMost(Duration.ofSeconds(60)).until(() -> !api.texts(99).isEmpty());
            api.taken.clear();
            try (var other = RunningBots.startNode(database, api.url(), new MovableClock(), RunningBots.STAFF, pace)) {
                var jdbc = other.getBean(JdbcClient.class);
                Load.queue(jdbc, 500, 100, 1_000, Priority.TRANSACTIONAL);
                Load.queue(jdbc, 500, 100, 2_000, Priority.BROADCAST);
                await().atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> api.taken.size() > 300);
                killed.kill();
                assertThat(api.taken.size()).isLessThan(900);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Load.count(jdbc, "state IN ('QUEUED', 'SENDING')") == 0);

                Map<String, Long> arrivals =
                        api.taken.stream().collect(Collectors.groupingBy(call -> key(call), Collectors.counting()));
                var rows = jdbc.sql("SELECT chat_id || ':' || (payload ->> 'text') AS message, state, doubts"
                                + " FROM telegram_outbox WHERE dedupe_key LIKE 'load:%'")
                        .query()
                        .listOfRows();
                assertThat(rows).hasSize(1_000).allSatisfy(row -> {
                    long arrived = arrivals.getOrDefault((String) row.get("message"), 0L);
                    boolean doubtful = (int) row.get("doubts") > 0;
                    assertThat(row.get("state")).isIn("SENT", "UNKNOWN");
                    assertThat(arrived).isBetween(row.get("state").equals("SENT") ? 1L : 0L, doubtful ? 2L : 1L);
                });
                assertThat(Load.count(jdbc, "doubts > 0")).isLessThan(100);
            }
        }
    }

    private static String key(FakeBotApi.Call call) {
        return call.chatId() + ":" + call.text();
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
