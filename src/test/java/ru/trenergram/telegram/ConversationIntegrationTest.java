package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.telegram.telegrambots.meta.api.objects.Update;
import ru.trenergram.telegram.spi.Bot;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationIntegrationTest {

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

    private void hears(long chat, String... texts) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(api.texts(chat)).containsExactly(texts));
    }

    private void eventually(ThrowingConsumer<FakeBotApi> assertion) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertion.accept(api));
    }

    @Test
    void a_chat_is_answered_in_order() {
        long chat = bots.somebody();
        for (int i = 1; i <= 4; i++) {
            api.write(chat, "/note " + i);
        }
        hears(chat, "noted 1", "noted 2", "noted 3", "noted 4");
        assertThat(bots.effects().of(chat)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void what_telegram_adds_one_day_stops_nobody() {
        long chat = bots.somebody();
        api.forwardFromTheFuture(chat, "/note new");
        api.write(chat, "/note old");
        hears(chat, "noted new", "noted old");
    }

    @Test
    void an_update_is_given_up_even_if_its_failure_cannot_be_written_as_it_is() {
        long chat = bots.somebody();
        api.write(chat, "/unspeakable");
        api.write(chat, "/note after");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(api.texts(chat)).endsWith("noted after"));
    }

    @Test
    void a_slow_chat_holds_up_nobody_else() {
        long slow = bots.somebody();
        long quick = bots.somebody();
        var gate = new CountDownLatch(1);
        bots.bean(SampleModule.class).gates.put(slow, gate);
        api.write(slow, "/slow");
        api.write(slow, "/note after");
        api.write(quick, "/note quick");

        hears(quick, "noted quick");
        assertThat(bots.effects().of(slow)).isEmpty();
        gate.countDown();
        hears(slow, "noted after");
        assertThat(bots.effects().of(slow)).containsExactly("slow", "after");
    }

    @Test
    void an_update_received_five_times_has_one_effect() {
        long chat = bots.somebody();
        var inbox = bots.bean(InboundUpdates.class);
        int id = api.write(chat, "/note once");
        hears(chat, "noted once");
        var update = Json.read(
                bots.jdbc()
                        .sql("SELECT body FROM telegram_update WHERE update_id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                Update.class);
        for (int i = 0; i < 5; i++) {
            inbox.store(Bot.MAIN, List.of(update));
            bots.bean(Dispatcher.class).wake(new ChatKey(Bot.MAIN, chat));
        }
        api.write(chat, "/note last");
        hears(chat, "noted once", "noted last");
        assertThat(bots.effects().of(chat)).containsExactly("once", "last");
    }

    @Test
    void updates_taken_from_many_sides_at_once_are_handled_once_and_in_order() throws Exception {
        long chat = bots.somebody();
        var key = new ChatKey(Bot.MAIN, chat);
        var turns = bots.bean(Turns.class);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 4; i++) {
                api.write(chat, "/note " + i);
                for (int j = 0; j < 8; j++) {
                    others.submit(() -> turns.next(key));
                }
            }
        }
        hears(chat, "noted 1", "noted 2", "noted 3", "noted 4");
        assertThat(bots.effects().of(chat)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void a_dialog_is_led_to_its_end() {
        long chat = bots.somebody();
        api.write(chat, "/form");
        api.write(chat, "Anna");
        api.write(chat, "33");
        api.write(chat, "what now");
        hears(chat, "name?", "age?", "Anna is 33", text("telegram.unknown_text").in("en"));
    }

    @Test
    void a_rule_that_says_no_is_told_and_leaves_the_dialog_and_the_data_as_they_were() {
        long chat = bots.somebody();
        api.write(chat, "/form");
        api.write(chat, "refused");
        hears(chat, "name?", "Fill in this field.");
        assertThat(bots.effects().of(chat)).isEmpty();

        api.write(chat, "Anna");
        hears(chat, "name?", "Fill in this field.", "age?");
    }

    @Test
    void an_update_that_cannot_be_handled_is_given_up_with_an_apology() {
        long chat = bots.somebody();
        int id = api.write(chat, "/poison");
        api.write(chat, "/note next");
        hears(
                chat,
                "That did not work: something broke on our side. We know about it; try again a little later.",
                "noted next");
        assertThat(bots.effects().of(chat)).containsExactly("next");
        var row = bots.jdbc()
                .sql("SELECT attempts, error FROM telegram_update WHERE update_id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(row).containsEntry("attempts", 3);
        assertThat(row.get("error")).asString().contains("poison");
    }

    @Test
    void an_update_that_cannot_even_be_read_is_given_up() {
        long chat = bots.somebody();
        bots.jdbc().sql("""
                        INSERT INTO telegram_update (bot, update_id, chat_id, body, received_at)
                        VALUES ('MAIN', 1, ?, '{"message": 5}', timestamptz '2026-11-30 09:00:00Z')""").param(chat).update();
        api.write(chat, "/note next");
        hears(chat, "noted next");
    }

    @Test
    void polling_that_ended_begins_again() {
        long chat = bots.somebody();
        api.breakPoll();
        api.write(chat, "/note still here");
        hears(chat, "noted still here");
    }

    @Test
    void a_link_goes_to_the_longest_prefix_it_begins_with() {
        long chat = bots.somebody();
        api.write(chat, "/start trainer_vip_7");
        api.write(chat, "/start@real_bot trainer_7");
        api.write(chat, "/start");
        hears(chat, "vip 7", "trainer 7", "welcome");
        assertThat(bots.bean(SampleModule.Everybody.class).payloads).containsEntry(chat, "trainer_7");
    }

    @Test
    void an_unknown_link_is_told_apart_and_still_welcomed() {
        long chat = bots.somebody();
        api.write(chat, "/start nothing_like_this");
        eventually(_ -> assertThat(api.texts(chat)).hasSize(2));
        assertThat(api.texts(chat).getFirst()).startsWith("This link did not work");
        assertThat(api.texts(chat).getLast()).isEqualTo("welcome");
        long other = bots.somebody();
        api.write(other, "/start drop'; table");
        eventually(_ -> assertThat(api.texts(other)).hasSize(2));
        assertThat(bots.bean(SampleModule.Everybody.class).payloads).doesNotContainKey(other);
    }

    @Test
    void a_dialog_outlives_a_command_given_meanwhile_and_start_and_cancel_leave_it() {
        long chat = bots.somebody();
        api.write(chat, "/form");
        api.write(chat, "/note meanwhile");
        api.write(chat, "Anna");
        eventually(_ -> assertThat(api.texts(chat)).hasSize(3));
        assertThat(api.texts(chat).getLast()).isEqualTo("age?");
        api.write(chat, "/start");
        eventually(_ -> assertThat(api.texts(chat)).hasSize(5));
        assertThat(api.texts(chat).subList(3, 5)).containsExactly("Let us begin again.", "welcome");

        long other = bots.somebody();
        api.write(other, "/form");
        api.write(other, "/cancel");
        api.write(other, "/cancel");
        eventually(_ -> assertThat(api.texts(other)).hasSize(3));
        assertThat(api.texts(other).get(1)).startsWith("All right, stopped");
        assertThat(api.texts(other).get(2)).startsWith("There is nothing to cancel");
    }

    @Test
    void an_unknown_command_leaves_the_dialog_open() {
        long chat = bots.somebody();
        api.write(chat, "/form");
        api.write(chat, "/nonsense");
        api.write(chat, "Anna");
        eventually(_ -> assertThat(api.texts(chat)).hasSize(3));
        assertThat(api.texts(chat)).last().isEqualTo("age?");
    }

    @Test
    void a_contact_counts_as_own_only_with_the_senders_id() {
        long chat = bots.somebody();
        api.write(chat, "/form");
        api.share(chat, "+79990000001", chat);
        api.share(chat, "+79990000002", 5);
        hears(chat, "name?", "+79990000001 own: true", "+79990000002 own: false");
    }

    @Test
    void a_pressed_button_is_answered_once_and_its_message_replaced() {
        long chat = bots.somebody();
        int update = api.press(chat, 77, "ok:5");
        hears(chat, "edited 5");
        assertThat(api.calls(chat).getFirst().body().get("message_id").asInt()).isEqualTo(77);
        assertThat(answersTo(update)).containsExactly("done");
    }

    @Test
    void an_outdated_button_says_so_and_a_silent_one_stops_turning() {
        long chat = bots.somebody();
        int outdated = api.press(chat, 1, "gone:1");
        int quiet = api.press(chat, 2, "quiet");
        eventually(_ -> assertThat(answersTo(quiet)).containsExactly(""));
        assertThat(answersTo(outdated)).containsExactly("This button is out of date. Press /start to begin again.");
        assertThat(api.calls(chat)).isEmpty();
    }

    private List<String> answersTo(int update) {
        return api.calls("answercallbackquery").stream()
                .filter(call -> call.body().get("callback_query_id").asText().equals("q" + update))
                .map(FakeBotApi.Call::text)
                .toList();
    }

    @Test
    void a_group_is_ignored() {
        long person = bots.somebody();
        int update = api.writeInGroup(-5, person, "/note in the group");
        eventually(_ -> assertThat(bots.jdbc()
                        .sql(
                                "SELECT count(*) FROM telegram_update WHERE update_id = ? AND processed_at IS NOT NULL AND error IS NULL")
                        .param(update)
                        .query(Long.class)
                        .single())
                .isOne());
        assertThat(api.calls(-5)).isEmpty();
        assertThat(bots.effects().of(person)).isEmpty();
    }

    @Test
    void an_anonymous_administrator_of_a_group_is_heard() {
        api.writeAnonymously(-6, "/note@real_bot in the name of the group");
        eventually(_ -> assertThat(api.texts(-6)).singleElement().asString().contains("@real_bot"));
    }

    @Test
    void a_picture_is_sent_with_its_caption() {
        long chat = bots.somebody();
        api.write(chat, "/picture");
        eventually(_ -> assertThat(api.calls(chat)).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("sendphoto");
            assertThat(call.text()).contains("a picture");
        }));
    }

    @Test
    void links_lead_into_the_bot_by_its_own_name() {
        var links = bots.bean(Links.class);
        assertThat(links.deepLink(Bot.MAIN, "trainer_1")).isEqualTo("https://t.me/real_bot?start=trainer_1");
        assertThat(links.deepLink(Bot.STAFF, "x")).isEqualTo("https://t.me/real_staff_bot?start=x");
        assertThat(links.trainerApp(5)).isEqualTo("https://example.org/trainer/5");
    }

    @Test
    void the_menu_lists_the_described_commands_in_both_languages() {
        eventually(_ -> assertThat(api.calls("setmycommands"))
                .hasSize(4)
                .allSatisfy(call ->
                        assertThat(call.body().at("/scope/type").asText()).isEqualTo("all_private_chats")));
    }
}
