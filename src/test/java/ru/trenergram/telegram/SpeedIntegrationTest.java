package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ru.trenergram.telegram.FakeBotApi.Call;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** The limits scaled by ten, so that seconds tell what minutes would. */
class SpeedIntegrationTest {

    private static final int A_SECOND = 300;
    private static final int SECONDS = 6;
    private static final int URGENT = 20;

    @Test
    void a_bulk_of_ten_thousand_uses_the_allowed_rate_never_exceeds_it_and_lets_the_urgent_pass() {
        try (var bots = new RunningBots("--MESSAGES_PER_SECOND=" + A_SECOND, "--MESSAGES_PER_SECOND_TO_A_CHAT=10")) {
            warmUp(bots);
            Load.queue(bots.jdbc(), 10_000, 10_000, 1_000_000, Priority.BROADCAST);
            long begin = System.nanoTime();
            List<Double> waits = new ArrayList<>();
            for (int i = 0; i < URGENT; i++) {
                waits.add(secondsToAnswer(bots, 50 + i));
                await().pollDelay(Duration.ofMillis(SECONDS * 1_000L / URGENT / 2))
                        .until(() -> true);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> System.nanoTime() - begin > SECONDS * 1_000_000_000L);
            bots.stop();

            var arrivals = bots.api.taken.stream()
                    .filter(call -> !call.text().startsWith("warm"))
                    .map(Call::at)
                    .sorted()
                    .toList();
            for (int i = A_SECOND; i < arrivals.size(); i++) {
                assertThat(arrivals.get(i) - arrivals.get(i - A_SECOND))
                        .as("a second with more than %d messages", A_SECOND)
                        .isGreaterThan(998_000_000L);
            }
            double took = (arrivals.getLast() - arrivals.getFirst()) / 1e9;
            assertThat(arrivals.size() / took).isGreaterThan(A_SECOND * 0.9);
            assertThat(waits.stream().sorted().skip(URGENT * 95 / 100 - 1).findFirst())
                    .hasValueSatisfying(p95 -> assertThat(p95).isLessThan(1.0));
        }
    }

    private static void warmUp(RunningBots bots) {
        for (int i = 0; i < 200; i++) {
            bots.bean(Messenger.class).send(Bot.MAIN, 5_000 + i, Message.of("warm"), Priority.BROADCAST, "warm" + i);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> Load.count(bots.jdbc(), "state = 'SENT'") == 200);
    }

    private static double secondsToAnswer(RunningBots bots, long chat) {
        long begin = System.nanoTime();
        bots.bean(Messenger.class).send(Bot.MAIN, chat, Message.of("urgent"), Priority.INTERACTIVE, "urgent" + chat);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> !bots.api.calls(chat).isEmpty());
        return (bots.api.calls(chat).getFirst().at() - begin) / 1e9;
    }

    @Test
    void without_limits_thousands_go_out_quickly_and_each_chat_hears_its_own_in_order() {
        try (var bots = new RunningBots("--MESSAGES_PER_SECOND=0", "--MESSAGES_PER_SECOND_TO_A_CHAT=0")) {
            int messages = Integer.getInteger("load.messages", 3_000);
            Load.queue(bots.jdbc(), messages, messages / 10, 1_000_000, Priority.TRANSACTIONAL);
            long begin = System.nanoTime();
            await().atMost(Duration.ofSeconds(60)).until(() -> Load.count(bots.jdbc(), "state = 'SENT'") == messages);
            double seconds = (System.nanoTime() - begin) / 1e9;

            Map<Long, List<Integer>> heard = bots.api.taken.stream()
                    .collect(Collectors.groupingBy(
                            Call::chatId,
                            Collectors.mapping(call -> Integer.valueOf(call.text()), Collectors.toList())));
            assertThat(heard)
                    .hasSize(messages / 10)
                    .allSatisfy((_, texts) -> assertThat(texts).hasSize(10).isSorted());
            assertThat(messages / seconds)
                    .as("messages a second, also on a busy machine")
                    .isGreaterThan(200);
        }
    }
}
