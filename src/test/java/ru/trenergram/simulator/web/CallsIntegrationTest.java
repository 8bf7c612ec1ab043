package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.support.MovableClock;
import tools.jackson.databind.JsonNode;

@SimulatorTest
class CallsIntegrationTest {

    private static final int KEPT = 20_000;

    private final Http http;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private long anna;

    CallsIntegrationTest(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired MovableClock clock) {
        this.http = new Http(port);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void nothing_has_been_called() {
        anna = http.acquaintance();
        http.delete("/simulator/api/calls");
    }

    @AfterEach
    void everything_goes_well_again() {
        http.delete("/simulator/api/faults");
    }

    @Test
    void a_call_is_listed_with_what_was_asked_and_what_was_answered() {
        var sent = http.bot("sendmessage", "{'method':'sendmessage','chat_id':'" + anna + "','text':'Привет'}");

        JsonNode call = calls("").getFirst();
        assertThat(call.get("method").stringValue()).isEqualTo("sendMessage");
        assertThat(call.get("bot").stringValue()).isEqualTo("main");
        assertThat(call.get("chat_id").longValue()).isEqualTo(anna);
        assertThat(call.get("parameters").stringValue()).isEqualTo("{\"text\":\"Привет\"}");
        assertThat(call.get("status").intValue()).isEqualTo(200);
        assertThat(call.get("answer").stringValue())
                .isEqualTo("message_id " + sent.result().get("message_id"));
        assertThat(Instant.parse(call.get("at").stringValue())).isEqualTo(clock.instant());
        assertThat(call.get("millis").longValue()).isBetween(0L, 60_000L);
        assertThat(call.get("fault").isNull()).isTrue();
    }

    @Test
    void the_newest_stands_first_and_older_ones_come_by_pages() {
        for (int i = 1; i <= 5; i++) {
            say("text " + i);
        }

        var first = http.get("/simulator/api/calls?limit=2").body();
        var second = http.get("/simulator/api/calls?limit=2&before=" + first.get("next"))
                .body();
        var last = http.get("/simulator/api/calls?limit=2&before=" + second.get("next"))
                .body();

        assertThat(texts(first)).containsExactly("text 5", "text 4");
        assertThat(texts(second)).containsExactly("text 3", "text 2");
        assertThat(texts(last)).containsExactly("text 1");
        assertThat(last.get("next").isNull()).isTrue();
    }

    @Test
    void they_are_found_by_bot_method_chat_text_and_outcome() {
        long boris = http.acquaintance();
        http.delete("/simulator/api/calls");
        say("Здравствуйте, 100%");
        http.bot("sendMessage", "{'chat_id':" + boris + ",'text':'1000'}");
        http.bot("sendMessage", "{'chat_id':1,'text':'nobody'}");
        http.post("/bot" + Http.STAFF + "/getMe", "{}");
        http.post("/simulator/api/faults", "{\"kind\":\"blocked\",\"times\":1}");
        say("struck");

        assertThat(calls("bot=staff")).hasSize(1);
        assertThat(calls("method=sendmessage")).hasSize(4);
        assertThat(calls("chat=" + anna)).hasSize(2);
        assertThat(calls("text=" + encoded("здравств"))).hasSize(1);
        assertThat(calls("text=" + encoded("100%"))).hasSize(1);
        assertThat(calls("text=" + encoded("chat not found"))).hasSize(1);
        assertThat(calls("outcome=answered")).hasSize(3);
        assertThat(calls("outcome=refused")).hasSize(2);
        assertThat(calls("outcome=struck"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("fault").stringValue()).isEqualTo("blocked"));
        assertThat(calls("method=sendMessage&outcome=refused&chat=" + anna)).hasSize(1);
        assertThat(calls("method=sendMessage&outcome=lost")).isEmpty();
        assertThat(http.get("/simulator/api/calls?outcome=odd").status()).isEqualTo(422);
        assertThat(http.get("/simulator/api/calls?bot=other").status()).isEqualTo(404);
        assertThat(http.get("/simulator/api/calls?chat=x").status()).isEqualTo(400);
    }

    @Test
    void a_call_without_an_answer_has_no_status() {
        http.post("/simulator/api/faults", "{\"kind\":\"no_answer\",\"times\":1}");
        catchThrowable(() -> say("into the void"));

        assertThat(calls("outcome=lost"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("status").isNull()).isTrue());
    }

    @Test
    void secrets_and_long_texts_are_not_kept_whole_and_files_by_their_names() {
        http.bot("setWebhook", "{'url':'https://example.org/','secret_token':'very-secret'}");
        http.bot("deleteWebhook", "{}");
        say("ж".repeat(4000));
        http.photo(anna);

        assertThat(http.get("/simulator/api/calls").response().body())
                .doesNotContain("very-secret")
                .doesNotContain("simulated-main-bot-of-trenergram")
                .doesNotContain("ж".repeat(600))
                .contains("ж".repeat(300))
                .contains("qr.png, ");
    }

    @Test
    void polls_are_listed_only_when_they_bring_something() {
        http.bot("getUpdates", "{'allowed_updates':[]}");
        assertThat(calls("method=getUpdates")).isEmpty();

        http.chat(anna, "messages", "{'text':'x'}");
        http.bot("getUpdates", "{}");

        assertThat(calls("method=getUpdates"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("answer").stringValue()).matches("update_id \\d+, 1"));
    }

    @Test
    void so_many_are_kept() {
        jdbc.sql("""
                        INSERT INTO simulator_call (at, bot, method, parameters, status, answer, millis)
                        SELECT '2026-01-01Z', 'MAIN', 'old', '{}', 200, 'true', 0 FROM generate_series(1, ?)""").param(KEPT).update();

        say("one more");

        assertThat(texts(http.get("/simulator/api/calls?limit=1").body())).containsExactly("one more");
        assertThat(jdbc.sql("SELECT count(*) FROM simulator_call")
                        .query(Integer.class)
                        .single())
                .isEqualTo(KEPT);
    }

    private void say(String text) {
        http.bot("sendMessage", "{'chat_id':" + anna + ",'text':'" + text + "'}");
    }

    private List<JsonNode> calls(String search) {
        return http.get("/simulator/api/calls?" + search)
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private static List<String> texts(JsonNode calls) {
        return calls.get("items")
                .valueStream()
                .map(call -> call.get("parameters").stringValue().replaceAll("\\{\"text\":\"(.*)\"}", "$1"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
