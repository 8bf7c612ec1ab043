package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class PollingIntegrationTest {

    private final Http http;
    private final JdbcClient jdbc;
    private long person;

    PollingIntegrationTest(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.http = new Http(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nothing_is_pending() {
        person = http.acquaintance();
        http.bot("getUpdates", "{'allowed_updates':[]}");
    }

    @Test
    void a_poll_waits_and_is_woken_by_a_message() throws Exception {
        long begun = System.nanoTime();
        var poll = beginPoll();
        assertThat(poll).isNotDone();

        say("Привет");
        var update = poll.get(10, TimeUnit.SECONDS).result().get(0);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(update.get("message").get("text").stringValue()).isEqualTo("Привет");
        assertThat(update.get("message").get("from").get("is_bot").booleanValue())
                .isFalse();
    }

    @Test
    void a_poll_without_news_is_held_for_its_time_and_answers_with_nothing() {
        long begun = System.nanoTime();
        var answer = http.bot("getUpdates", "{'timeout':1}");

        assertThat(answer.result().isEmpty()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void a_message_that_another_node_stored_is_found_too() {
        var poll = beginPoll();

        jdbc.sql("""
                        WITH next AS (UPDATE simulator_bot SET last_update_id = last_update_id + 1 WHERE bot = 'MAIN'
                                      RETURNING last_update_id)
                        INSERT INTO simulator_update SELECT 'MAIN', last_update_id, 'message', '{"text": "x"}' FROM next""").update();

        await().atMost(Duration.ofSeconds(5)).until(poll::isDone);
        assertThat(poll.join().result()).hasSize(1);
    }

    @Test
    void an_offset_confirms_what_is_before_it_and_ids_never_repeat() {
        say("1");
        say("2");
        var first = updates("{}");
        assertThat(updates("{}")).isEqualTo(first);

        long second = first.get(1).get("update_id").longValue();
        assertThat(updates("{'offset':" + second + "}")).hasSize(1);
        assertThat(updates("{}")).hasSize(1);
        assertThat(updates("{'offset':" + (second + 1) + "}")).isEmpty();

        say("3");
        assertThat(updates("{}").getFirst().get("update_id").longValue()).isGreaterThan(second);
    }

    @Test
    void a_negative_offset_keeps_the_newest_and_a_limit_limits() {
        say("1");
        say("2");
        say("3");

        assertThat(updates("{'limit':2}")).hasSize(2);
        var newest = updates("{'offset':-1}");
        assertThat(newest)
                .singleElement()
                .satisfies(
                        update -> assertThat(update.get("message").get("text").stringValue())
                                .isEqualTo("3"));
    }

    @Test
    void a_second_poll_ends_the_first() {
        var first = beginPoll();
        http.bot("getUpdates", "{}");

        assertThat(first.join().status()).isEqualTo(409);
        assertThat(first.join().description()).startsWith("Conflict: terminated by other getUpdates request");
    }

    @Test
    void a_webhook_excludes_polling_until_it_is_deleted() {
        http.bot("setWebhook", "{'url':'https://example.org/hook','secret_token':'s'}");
        assertThat(http.bot("getWebhookInfo", "{}").result().get("url").stringValue())
                .isEqualTo("https://example.org/hook");
        assertThat(http.bot("getUpdates", "{}").status()).isEqualTo(409);

        http.bot("deleteWebhook", "{}");
        assertThat(http.bot("getUpdates", "{}").status()).isEqualTo(200);
    }

    @Test
    void only_the_kinds_of_updates_that_were_asked_for_arrive() {
        updates("{'allowed_updates':['callback_query']}");
        say("unheard");

        assertThat(updates("{}")).isEmpty();
    }

    @Test
    void many_people_who_write_at_once_lose_no_update() throws Exception {
        int count = 40;
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(http.acquaintance());
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long writer = people.get(i % people.size());
                executor.submit(() -> http.chat(writer, "messages", "{'text':'x'}"));
            }
            int received = 0;
            long offset = 0;
            while (received < count) {
                var batch = updates("{'timeout':5,'offset':" + offset + "}");
                assertThat(batch).isNotEmpty();
                received += batch.size();
                offset = batch.getLast().get("update_id").longValue() + 1;
            }
            assertThat(received).isEqualTo(count);
        }
    }

    private void say(String text) {
        assertThat(http.chat(person, "messages", "{'text':'" + text + "'}").status())
                .isEqualTo(201);
    }

    private List<JsonNode> updates(String fields) {
        return http.bot("getUpdates", fields).result().valueStream().toList();
    }

    /** A poll that has reached the service and waits there. */
    private CompletableFuture<Http.Answer> beginPoll() {
        long before = begunPolls();
        var poll = CompletableFuture.supplyAsync(() -> http.bot("getupdates", "{'timeout':30}"));
        await().atMost(Duration.ofSeconds(5)).until(() -> begunPolls() > before);
        return poll;
    }

    private long begunPolls() {
        return jdbc.sql("SELECT poll FROM simulator_bot WHERE bot = 'MAIN'")
                .query(Long.class)
                .single();
    }
}
