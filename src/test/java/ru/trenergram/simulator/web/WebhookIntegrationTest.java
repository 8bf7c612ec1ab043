package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.webhooks.WebhookDelivery;
import ru.trenergram.support.MovableClock;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class WebhookIntegrationTest {

    private final Http http;
    private final WebhookDelivery delivery;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer bot;
    private String url;
    private long person;

    WebhookIntegrationTest(
            @LocalServerPort int port,
            @Autowired WebhookDelivery delivery,
            @Autowired JdbcClient jdbc,
            @Autowired MovableClock clock) {
        this.http = new Http(port);
        this.delivery = delivery;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void a_bot_listens() throws IOException {
        bot = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        bot.createContext("/hook", this::receive);
        bot.start();
        url = "http://localhost:" + bot.getAddress().getPort() + "/hook";
        person = http.acquaintance();
        http.bot("getUpdates", "{'allowed_updates':[]}");
    }

    @AfterEach
    void it_listens_no_more() {
        http.bot("deleteWebhook", "{'drop_pending_updates':true}");
        http.delete("/simulator/api/faults");
        bot.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(Json.read(body).get("message").get("text").stringValue());
            secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Test
    void updates_are_posted_in_order_with_the_secret() {
        say("before");
        setWebhook("'secret_token':'s3cret'");
        say("1");
        say("2");

        hears("before", "1", "2");
        assertThat(secrets).containsOnly("s3cret");
        await().untilAsserted(() ->
                assertThat(info().get("pending_update_count").intValue()).isZero());
        assertThat(info().get("url").stringValue()).isEqualTo(url);
        assertThat(info().get("max_connections").intValue()).isEqualTo(40);
        assertThat(info().has("last_error_message")).isFalse();
    }

    @Test
    void without_a_secret_there_is_no_header() {
        setWebhook("'secret_token':''");
        say("1");

        hears("1");
        assertThat(secrets).containsExactly("null");
    }

    @Test
    void what_is_not_taken_is_posted_again_and_holds_up_what_follows() {
        status = 503;
        setWebhook("'max_connections':1");
        say("1");
        say("2");
        await().untilAsserted(() -> assertThat(info().path("last_error_message").asString(""))
                .isEqualTo("Wrong response from the webhook: 503 Service Unavailable"));
        assertThat(info().get("pending_update_count").intValue()).isEqualTo(2);
        assertThat(info().get("last_error_date").longValue())
                .isEqualTo(clock.instant().getEpochSecond());
        assertThat(received).containsOnly("1");

        status = 200;

        await().untilAsserted(() ->
                assertThat(info().get("pending_update_count").intValue()).isZero());
        assertThat(received).containsSubsequence("1", "1", "2").endsWith("2");
    }

    @Test
    void who_cannot_be_reached_is_told_of_in_the_info_and_another_webhook_is_tried_at_once() {
        String good = url;
        url = "http://localhost:1/hook";
        setWebhook("'max_connections':1");
        say("1");
        await().untilAsserted(() ->
                assertThat(info().path("last_error_message").asString("")).isEqualTo("Connection refused"));

        url = good;
        setWebhook("'max_connections':1");

        hears("1");
        assertThat(info().has("last_error_message")).isFalse();
    }

    @Test
    void a_webhook_ends_a_poll_and_excludes_others() throws Exception {
        long polls = polls();
        var poll = CompletableFuture.supplyAsync(() -> http.bot("getUpdates", "{'timeout':30}"));
        await().until(() -> polls() > polls);

        setWebhook("'max_connections':1");

        assertThat(poll.get(10, TimeUnit.SECONDS).description())
                .isEqualTo("Conflict: terminated by setWebhook request");
        var refused = http.bot("getUpdates", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.description())
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active;"
                        + " use deleteWebhook to delete the webhook first");
    }

    private long polls() {
        return jdbc.sql("SELECT poll FROM simulator_bot WHERE bot = 'MAIN'")
                .query(Long.class)
                .single();
    }

    @Test
    void a_deleted_webhook_is_not_called_and_what_waits_is_kept_or_dropped() {
        status = 500;
        setWebhook("'max_connections':1");
        say("1");
        await().until(() -> !received.isEmpty());

        http.bot("deleteWebhook", "{}");
        assertThat(info().get("url").stringValue()).isEmpty();
        assertThat(http.bot("getUpdates", "{}").result()).hasSize(1);

        http.bot("deleteWebhook", "{'drop_pending_updates':true}");
        assertThat(http.bot("getUpdates", "{}").result().isEmpty()).isTrue();
    }

    @Test
    void a_duplicate_is_posted_twice_and_a_later_update_first() {
        http.post("/simulator/api/faults", "{\"kind\":\"duplicate\",\"times\":2}");
        http.post("/simulator/api/faults", "{\"kind\":\"reorder\",\"times\":1,\"seconds\":30}");
        say("1");
        say("2");
        say("3");
        setWebhook("'max_connections':1");

        hears("2", "2", "1", "1", "3");
    }

    private void setWebhook(String more) {
        assertThat(http.bot("setWebhook", "{'url':'" + url + "'," + more + "}").status())
                .isEqualTo(200);
        delivery.tick(); // as it does once a second
    }

    private void say(String text) {
        http.chat(person, "messages", "{'text':'" + text + "'}");
    }

    private void hears(String... texts) {
        await().untilAsserted(() -> assertThat(received).containsExactly(texts));
    }

    private JsonNode info() {
        return http.bot("getWebhookInfo", "{}").result();
    }
}
