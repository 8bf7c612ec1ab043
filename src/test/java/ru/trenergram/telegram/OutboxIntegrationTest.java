package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIntegrationTest {

    private static final Pattern METRIC = Pattern.compile("telegram_[a-z_]+");

    private RunningBots bots;
    private FakeBotApi api;

    @BeforeAll
    void start() {
        bots = new RunningBots();
        api = bots.api;
    }

    @AfterAll
    void stop() {
        bots.close();
    }

    private void send(long chat, String text) {
        send(chat, text, Priority.TRANSACTIONAL);
    }

    private void send(long chat, String text, Priority priority) {
        bots.bean(Messenger.class).send(Bot.MAIN, chat, Message.of(text), priority, chat + text);
    }

    private void hears(long chat, String... texts) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(api.texts(chat)).containsExactly(texts));
    }

    private Map<String, Object> row(long chat, String text) {
        return bots.jdbc()
                .sql("SELECT * FROM telegram_outbox WHERE dedupe_key = ?")
                .param(chat + text)
                .query()
                .singleRow();
    }

    private void becomes(long chat, String text, String state) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(row(chat, text)).containsEntry("state", state));
    }

    @Test
    void a_message_is_sent_once_for_its_key_with_html_and_without_previews() {
        long chat = bots.somebody();
        send(chat, "<b>hello</b>");
        send(chat, "<b>hello</b>");
        send(chat, "end");
        hears(chat, "<b>hello</b>", "end");
        becomes(chat, "<b>hello</b>", "SENT");
        assertThat(row(chat, "<b>hello</b>").get("telegram_message_id")).isNotNull();
        var body = api.calls(chat).getFirst().body();
        assertThat(body.get("parse_mode").asText()).isEqualToIgnoringCase("HTML");
        assertThat(body.get("link_preview_options").get("is_disabled").asBoolean())
                .isTrue();
    }

    @Test
    void what_was_sent_is_forgotten_after_a_month_and_what_waits_is_not() {
        long chat = bots.somebody();
        send(chat, "long ago");
        becomes(chat, "long ago", "SENT");
        bots.jdbc().sql("""
                        UPDATE telegram_outbox SET created_at = created_at - interval '31 days' WHERE dedupe_key = ?""").param(chat + "long ago").update();
        bots.jdbc().sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at)
                        VALUES ('MAIN', 1, 'sendMessage', '{}', 'still waits', 1, '2099-01-01', '2020-01-01')""").update();
        send(chat, "just now");
        becomes(chat, "just now", "SENT");

        new ForgetSentJob(bots.bean(OutboxQueue.class)).execute(null);

        assertThat(bots.jdbc()
                        .sql("SELECT dedupe_key FROM telegram_outbox WHERE chat_id = ? OR dedupe_key = 'still waits'")
                        .param(chat)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("still waits", chat + "just now");
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        long chat = bots.somebody();
        bots.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            send(chat, "never");
            status.setRollbackOnly();
        });
        send(chat, "yes");
        hears(chat, "yes");
    }

    @Test
    void a_chat_hears_its_messages_in_order_and_at_most_one_a_second_after_a_burst() {
        long chat = bots.somebody();
        bots.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            for (int i = 1; i <= 7; i++) {
                send(chat, "m" + i);
            }
        });
        long start = System.nanoTime();
        hears(chat, "m1", "m2", "m3", "m4", "m5", "m6", "m7");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_000));
    }

    @Test
    void the_urgent_goes_before_the_mass() {
        long chat = bots.somebody();
        bots.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            send(chat, "promotion", Priority.BROADCAST);
            send(chat, "answer", Priority.INTERACTIVE);
        });
        hears(chat, "answer", "promotion");
    }

    @Test
    void too_fast_pauses_the_whole_bot_for_as_long_as_telegram_says() {
        long chat = bots.somebody();
        long other = bots.somebody();
        api.reply(chat, 429, "Too Many Requests: retry after 7", "{\"retry_after\":7}");
        send(chat, "one");
        becomes(chat, "one", "QUEUED");
        await().untilAsserted(
                        () -> assertThat(bots.bean(BotsLifecycle.class).states().get("sender-MAIN"))
                                .startsWith("paused"));
        send(other, "two");
        bots.clock.advance(Duration.ofSeconds(6));
        await().during(Duration.ofMillis(600)).until(() -> api.calls(other).isEmpty());
        assertThat(api.texts(chat)).containsExactly("one");

        bots.clock.advance(Duration.ofSeconds(1));
        hears(other, "two");
        hears(chat, "one", "one");
        becomes(chat, "one", "SENT");
    }

    @Test
    void a_clock_that_goes_back_leaves_nothing_waiting_for_the_time_it_showed() {
        Instant present = bots.clock.instant();
        long chat = bots.somebody();
        bots.clock.advance(Duration.ofDays(1));
        api.reply(chat, 429, "Too Many Requests: retry after 60", "{\"retry_after\":60}");
        send(chat, "from tomorrow");
        await().untilAsserted(() ->
                assertThat(row(chat, "from tomorrow").get("retry_at")).isNotNull());

        bots.clock.moveTo(present);
        bots.bean(BotsLifecycle.class).on(new TimeMoved());

        becomes(chat, "from tomorrow", "SENT");
        send(chat, "of today");
        hears(chat, "from tomorrow", "from tomorrow", "of today");
    }

    @Test
    void who_blocked_the_bot_is_unreachable() {
        long chat = bots.somebody();
        api.reply(chat, 403, "Forbidden: bot was blocked by the user", "null");
        send(chat, "one");
        becomes(chat, "one", "SKIPPED");
        assertThat(bots.bean(SampleModule.Everybody.class).unreachable).contains(chat);
        assertThat(row(chat, "one").get("error")).asString().contains("blocked by the user");
    }

    @Test
    void what_telegram_refuses_fails_with_its_reason_and_holds_up_nothing() {
        long chat = bots.somebody();
        api.reply(chat, 400, "Bad Request: can't parse entities", "null");
        send(chat, "<b>");
        send(chat, "next");
        hears(chat, "<b>", "next");
        becomes(chat, "<b>", "FAILED");
        assertThat(row(chat, "<b>").get("error")).asString().contains("can't parse entities");
    }

    @Test
    void an_edit_that_changes_nothing_is_as_good_as_sent() {
        long chat = bots.somebody();
        api.reply(chat, 400, "Bad Request: message is not modified: nothing new", "null");
        send(chat, "same");
        becomes(chat, "same", "SENT");
    }

    @Test
    void a_broken_connection_is_tried_again_and_the_order_kept() {
        long chat = bots.somebody();
        api.cutOff(chat);
        api.reply(chat, 502, "Bad Gateway", "null");
        send(chat, "one");
        send(chat, "two");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            bots.clock.advance(Duration.ofSeconds(1));
            assertThat(api.texts(chat)).containsExactly("one", "one", "one", "two");
        });
        becomes(chat, "one", "SENT");
    }

    @Test
    void a_promotion_that_may_have_arrived_is_not_sent_twice() {
        long chat = bots.somebody();
        api.cutOff(chat);
        send(chat, "promotion", Priority.BROADCAST);
        becomes(chat, "promotion", "UNKNOWN");
        assertThat(api.calls(chat)).hasSize(1);
    }

    @Test
    void what_a_crash_left_between_sending_and_recording_is_sent_again_unless_it_is_a_promotion() {
        long chat = bots.somebody();
        bots.bean(BotsLifecycle.class).stop();
        send(chat, "money");
        send(chat, "promotion", Priority.BROADCAST);
        bots.jdbc()
                .sql("UPDATE telegram_outbox SET state = 'SENDING' WHERE chat_id = ?")
                .param(chat)
                .update();

        bots.bean(BotsLifecycle.class).start();
        hears(chat, "money");
        becomes(chat, "promotion", "UNKNOWN");
    }

    @Test
    void a_picture_is_uploaded_once_and_then_sent_by_its_name_until_telegram_forgets_it() {
        long chat = bots.somebody();
        byte[] png = {1, 2, 3};
        sendPicture(chat, "first", png);
        assertThat(api.calls(chat).getLast().text()).contains("image.png");
        sendPicture(chat, "second", png);
        assertThat(api.calls(chat).getLast().body().path("photo").asText()).isEqualTo("large");
        assertThat(api.calls(chat).getLast().body().path("caption").asText()).isEqualTo("second");

        api.reply(chat, 400, "Bad Request: wrong file identifier/HTTP URL specified", "null");
        sendPicture(chat, "third", png);
        assertThat(api.calls(chat)).hasSize(4);
        assertThat(api.calls(chat).getLast().text()).contains("image.png");
    }

    private void sendPicture(long chat, String caption, byte[] png) {
        var message = Message.of(caption).withPhoto(png);
        bots.bean(Messenger.class).send(Bot.MAIN, chat, message, Priority.INTERACTIVE, chat + caption);
        becomes(chat, caption, "SENT");
    }

    @Test
    void at_the_start_the_bots_say_in_both_languages_what_they_are_for() {
        await().untilAsserted(() -> assertThat(api.calls("setchatmenubutton")).hasSize(2));
        assertThat(api.calls("setmydescription"))
                .hasSize(4)
                .extracting(call -> call.body().get("language_code").asText())
                .containsExactlyInAnyOrder("", "en", "", "en");
        assertThat(api.calls("setmydescription"))
                .allSatisfy(call ->
                        assertThat(call.body().get("description").asText()).hasSizeBetween(20, 512));
        assertThat(api.calls("setmyshortdescription"))
                .hasSize(4)
                .allSatisfy(
                        call -> assertThat(call.body().get("short_description").asText())
                                .hasSizeBetween(10, 120));
        assertThat(api.calls("setchatmenubutton"))
                .extracting(call -> call.body().at("/menu_button/web_app/url").asText())
                .containsExactlyInAnyOrder("https://example.org/client/", "");
    }

    @Test
    void the_dashboard_draws_all_that_the_transport_measures_and_nothing_that_it_does_not() throws Exception {
        var dashboard = new ObjectMapper()
                .readTree(Path.of("docs/grafana/trenergram.json").toFile());
        var drawn = new TreeSet<String>();
        dashboard
                .findValuesAsText("expr")
                .forEach(expression -> METRIC.matcher(expression).results().forEach(found -> drawn.add(found.group())));
        var measured = METRIC.matcher(bots.bean(PrometheusMeterRegistry.class).scrape())
                .results()
                .map(MatchResult::group)
                .filter(name -> name.matches(".*_(queued|seconds|total|count|sum|max)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(measured).containsAll(drawn);
        assertThat(drawn).hasSizeGreaterThanOrEqualTo(9);
        for (String base : List.of("outbox_queued", "outbox_oldest", "sends", "updates", "turns")) {
            assertThat(drawn).anyMatch(name -> name.startsWith("telegram_" + base));
        }
    }

    @Test
    void how_long_the_queue_is_can_be_read_by_priority() {
        bots.clock.advance(Duration.ofSeconds(10));
        bots.jdbc()
                .sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, retry_at, created_at)
                        VALUES ('STAFF', 1, 'sendMessage', '{}', 'waits for a while', 2, :before, '2099-01-01', :before)""")
                .param("before", Timestamp.from(bots.clock.instant().minusSeconds(90)))
                .update();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                bots.bean(PrometheusMeterRegistry.class).scrape())
                        .contains("telegram_outbox_queued{bot=\"staff\",priority=\"broadcast\"} 1.0")
                        .contains("telegram_outbox_queued{bot=\"staff\",priority=\"interactive\"} 0.0")
                        .contains("telegram_outbox_oldest_seconds{bot=\"staff\",priority=\"broadcast\"} 90.0"));
        bots.jdbc()
                .sql("DELETE FROM telegram_outbox WHERE dedupe_key = 'waits for a while'")
                .update();
    }
}
