package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.TestDatabase;

class RestartIntegrationTest {

    private static void hears(RunningBots bots, long chat, String... texts) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(bots.api.texts(chat)).containsExactly(texts));
    }

    @Test
    void a_dialog_goes_on_where_it_was_when_the_service_starts_again() {
        try (var bots = new RunningBots()) {
            long chat = bots.somebody();
            bots.api.write(chat, "/form");
            bots.api.write(chat, "Anna");
            hears(bots, chat, "name?", "age?");

            bots.stop();
            bots.api.write(chat, "33");
            bots.restart();
            hears(bots, chat, "name?", "age?", "Anna is 33");
        }
    }

    @Test
    void what_was_received_but_not_handled_is_handled_after_the_start() {
        try (var bots = new RunningBots()) {
            long chat = bots.somebody();
            bots.api.write(chat, "/note first");
            hears(bots, chat, "noted first");
            // as a crash between the receipt and the turn leaves it
            bots.jdbc()
                    .sql("UPDATE telegram_update SET processed_at = NULL, update_id = 5")
                    .update();
            bots.jdbc()
                    .sql("UPDATE telegram_update SET body = replace(body::text, '/note first', '/note left')::json")
                    .update();
            bots.stop();
            bots.restart();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(bots.effects().of(chat)).contains("left"));
        }
    }

    @Test
    void a_second_node_waits_and_takes_over() {
        try (var bots = new RunningBots()) {
            long chat = bots.somebody();
            try (var second = bots.startNode()) {
                bots.api.write(chat, "/note one");
                hears(bots, chat, "noted one");
                assertThat(second.getBean(BotsLifecycle.class).states().values())
                        .containsOnly("standby");

                bots.stop();
                bots.api.write(chat, "/note two");
                hears(bots, chat, "noted one", "noted two");
            }
        }
    }

    @Test
    void stopping_does_not_wait_for_the_poll_and_leaves_no_thread_behind() {
        try (var bots = new RunningBots()) {
            await().until(() ->
                    "polling".equals(bots.bean(BotsLifecycle.class).states().get("receiver-MAIN")));
            long before = System.nanoTime();
            bots.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_wrong_token_stops_the_start_with_its_name() throws Exception {
        try (var api = new FakeBotApi()) {
            api.forgetTokens();
            assertThatThrownBy(() -> RunningBots.startNode(TestDatabase.create(), api.url(), new MovableClock()))
                    .hasRootCauseInstanceOf(WrongBotTokenException.class)
                    .rootCause()
                    .hasMessageContaining("MAIN_BOT_TOKEN is not accepted by " + api.url());
        }
    }

    @Test
    void an_installation_without_a_staff_bot_runs_the_main_one() throws Exception {
        try (var api = new FakeBotApi();
                var node = RunningBots.startNode(TestDatabase.create(), api.url(), new MovableClock(), "")) {
            assertThat(node.getBean(BotsLifecycle.class).states().keySet())
                    .containsExactlyInAnyOrder("receiver-MAIN", "sender-MAIN");
        }
    }

    @Test
    void a_server_that_is_away_is_waited_for() throws Exception {
        String nobody;
        try (var api = new FakeBotApi()) {
            nobody = api.url();
        }
        try (var node = RunningBots.startNode(TestDatabase.create(), nobody, new MovableClock())) {
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> "cannot begin to receive"
                            .equals(node.getBean(BotsLifecycle.class).states().get("receiver-MAIN")));
        }
    }
}
