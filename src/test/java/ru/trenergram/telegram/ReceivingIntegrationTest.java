package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import ru.trenergram.support.Together;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.web.WebhookDoor;

/** How updates come in: the two ways, and what may stand in them. */
class ReceivingIntegrationTest {

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static void becomes(RunningBots bots, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bots.bean(BotsLifecycle.class)
                        .states()
                        .get("receiver-MAIN")
                        .equals(state));
    }

    private static String update(int id, long chat, String text) {
        return """
                {"update_id":%d,"message":{"message_id":1,"date":1700000000,"text":"%s",
                 "from":{"id":%d,"is_bot":false,"first_name":"Anna","language_code":"en"},
                 "chat":{"id":%d,"type":"private","first_name":"Anna"}}}""".formatted(id, text, chat, chat);
    }

    @Test
    void a_webhook_is_set_and_its_updates_are_handled_once_however_often_they_come() throws Exception {
        try (var bots = new RunningBots("--UPDATES=webhook")) {
            becomes(bots, "webhook");
            var set = bots.api.calls("setwebhook").stream()
                    .map(FakeBotApi.Call::body)
                    .filter(body -> body.get("url").asText().equals("https://example.org/telegram/webhook/main"))
                    .findFirst()
                    .orElseThrow();
            assertThat(set.get("allowed_updates").toString())
                    .contains("message")
                    .contains("callback_query");
            String secret = set.get("secret_token").asText();
            assertThat(secret).matches("[A-Za-z0-9_-]{32,256}").doesNotContain("MAIN-");

            MockMvc door = MockMvcBuilders.standaloneSetup(WebhookDoor.on(bots.bean(Webhooks.class)))
                    .build();
            long chat = bots.somebody();
            Callable<Integer> call = () -> door.perform(post("/telegram/webhook/main")
                            .header(SECRET_HEADER, secret)
                            .content(update(77, chat, "/note once")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(Together.atOnce(Collections.nCopies(5, call))).containsOnly(HttpStatus.OK.value());
            await().untilAsserted(() -> assertThat(bots.api.texts(chat)).containsExactly("noted once"));
            assertThat(bots.effects().of(chat)).containsExactly("once");

            refuses(door, "main", secret + "x", update(78, chat, "/note never"), HttpStatus.FORBIDDEN);
            refuses(door, "main", "", update(78, chat, "/note never"), HttpStatus.FORBIDDEN);
            refuses(door, "staff", secret, update(78, chat, "/note never"), HttpStatus.FORBIDDEN);
            refuses(door, "other", secret, update(78, chat, "/note never"), HttpStatus.NOT_FOUND);
            refuses(door, "main", secret, "{]", HttpStatus.BAD_REQUEST);
            refuses(door, "main", secret, "{}", HttpStatus.BAD_REQUEST);
            refuses(door, "main", secret, " ".repeat(2_000_000), HttpStatus.CONTENT_TOO_LARGE);
            assertThat(bots.effects().of(chat)).containsExactly("once");
        }
    }

    private static void refuses(MockMvc door, String bot, String secret, String body, HttpStatus with)
            throws Exception {
        door.perform(post("/telegram/webhook/" + bot)
                        .header(SECRET_HEADER, secret)
                        .content(body))
                .andExpect(status().is(with.value()));
    }

    @Test
    void a_node_without_the_role_bot_handles_what_a_webhook_brings_and_leaves_sending_to_the_others() {
        try (var bots = new RunningBots("--UPDATES=webhook");
                var web = RunningBots.startNode(
                        bots.database,
                        bots.api.url(),
                        bots.clock,
                        RunningBots.STAFF,
                        "--UPDATES=webhook",
                        "--APP_ROLES=web")) {
            becomes(bots, "webhook");
            bots.stop();
            assertThat(web.getBean(BotsLifecycle.class).states()).isEmpty();
            assertThat(web.getBean(TelegramHealthIndicator.class)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("UP");

            long chat = bots.somebody();
            var webhooks = web.getBean(Webhooks.class);
            byte[] update = update(79, chat, "/note here").getBytes(StandardCharsets.UTF_8);
            assertThat(webhooks.receive("main", webhooks.secret(Bot.MAIN), update))
                    .isEqualTo(Webhooks.Reception.STORED);
            await().until(() -> web.getBean(SampleModule.Effects.class).of(chat).equals(List.of("here")));
            assertThat(bots.api.texts(chat)).isEmpty();

            bots.restart();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(bots.api.texts(chat)).containsExactly("noted here"));
        }
    }

    @Test
    void polling_removes_a_webhook_leaves_no_door_open_and_comes_back_after_a_conflict() throws Exception {
        try (var bots = new RunningBots()) {
            becomes(bots, "polling");
            assertThat(bots.bean(Webhooks.class).receive("main", "any", new byte[0]))
                    .isEqualTo(Webhooks.Reception.UNKNOWN);

            bots.api.setWebhook("https://elsewhere.example/");
            becomes(bots, "HTTP 409");
            becomes(bots, "polling");
            long chat = bots.somebody();
            bots.api.write(chat, "/note heard");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(bots.api.texts(chat)).containsExactly("noted heard"));
        }
    }

    @Test
    void updates_that_are_counted_anew_from_below_are_heard() {
        try (var bots = new RunningBots()) {
            long chat = bots.somebody();
            bots.api.write(chat, "/note before");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(bots.api.texts(chat)).containsExactly("noted before"));

            bots.api.countAnew();
            bots.api.write(chat, "/note after a week");

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(bots.api.texts(chat)).containsExactly("noted before", "noted after a week"));
        }
    }

    @Test
    void a_receiver_without_a_sign_of_life_counts_as_stalled() {
        var now = new AtomicLong();
        var heartbeat = new Heartbeat(now::get);
        now.addAndGet(Duration.ofSeconds(179).toNanos());
        assertThat(heartbeat.hasStopped()).isFalse();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(heartbeat.hasStopped()).isTrue();
        heartbeat.beat();
        assertThat(heartbeat.hasStopped()).isFalse();
    }
}
