package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.telegram.FakeBotApi.Call;
import ru.trenergram.telegram.FakeBotApi.Fault;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;

class FaultyDayIntegrationTest {

    private static final int STEPS = 96;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int CHATS = 12;
    private static final long SEED = 20_261_121;

    /** What people got of each message in the end, and what the outbox says of it. */
    private record Outcome(String state, boolean arrived) {}

    @Test
    void a_day_full_of_faults_ends_as_one_without_them() {
        Map<String, Outcome> quiet = day(_ -> Fault.NONE);
        var random = new Random(SEED);
        Map<String, Outcome> faulty = day(_ -> fault(random));

        assertThat(faulty).hasSameSizeAs(quiet).allSatisfy((key, outcome) -> {
            if (outcome.state().equals("UNKNOWN")) {
                assertThat(key).as("only promotions may remain in doubt").startsWith("BROADCAST");
            } else {
                assertThat(outcome).as(key).isEqualTo(quiet.get(key));
            }
        });
    }

    private static Fault fault(Random random) {
        int dice = random.nextInt(100);
        if (dice < 3) {
            return Fault.TOO_MANY_REQUESTS;
        }
        if (dice < 8) {
            return Fault.BAD_GATEWAY;
        }
        if (dice < 11) {
            return Fault.CUT_BEFORE;
        }
        return dice < 14 ? Fault.CUT_AFTERWARDS : Fault.NONE;
    }

    /** Messages all day long; a few of them Telegram refuses whatever happens. */
    private static Map<String, Outcome> day(Function<Call, Fault> faults) {
        try (var bots = new RunningBots("--MESSAGES_PER_SECOND=0", "--MESSAGES_PER_SECOND_TO_A_CHAT=0")) {
            bots.api.faults = call -> call.text().contains("refused") ? Fault.REFUSED : faults.apply(call);
            for (int step = 0; step < STEPS; step++) {
                queue(bots, step);
                settle(bots);
                bots.clock.advance(STEP);
            }
            var arrived = bots.api.taken.stream()
                    .map(Call::text)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
            Map<String, Outcome> outcomes = new HashMap<>();
            bots.jdbc()
                    .sql("SELECT dedupe_key, state, doubts FROM telegram_outbox")
                    .query(row -> {
                        String key = row.getString("dedupe_key");
                        long times = arrived.getOrDefault(key, 0L);
                        assertThat(times).as(key).isLessThanOrEqualTo(1L + row.getInt("doubts"));
                        outcomes.put(key, new Outcome(row.getString("state"), times > 0));
                    });
            return outcomes;
        }
    }

    private static void queue(RunningBots bots, int step) {
        var messenger = bots.bean(Messenger.class);
        bots.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            for (Priority priority : Priority.values()) {
                for (int chat = 1; chat <= 2; chat++) {
                    String text = priority + ":" + step + ":" + chat + (step % 24 == 5 ? ":refused" : "");
                    messenger.send(Bot.MAIN, (step + chat) % CHATS + 1, Message.of(text), priority, text);
                }
            }
        });
    }

    /** Lets the time pass that pauses and repetitions take. */
    private static void settle(RunningBots bots) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    bots.clock.advance(Duration.ofSeconds(1));
                    bots.bean(Outbox.class).wake(Bot.MAIN);
                    return Load.count(bots.jdbc(), "state IN ('QUEUED', 'SENDING')") == 0;
                });
    }
}
