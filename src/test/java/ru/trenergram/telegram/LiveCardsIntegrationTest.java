package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.support.Together;
import ru.trenergram.telegram.FakeBotApi.Call;
import ru.trenergram.telegram.SampleModule.Receipts;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageFailed.Reason;
import ru.trenergram.telegram.spi.MessageSent;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.MovedGroups;
import ru.trenergram.telegram.spi.Post;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveCardsIntegrationTest {

    private static final String CARD = "booking:42";

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

    private static Message card(String text) {
        return Message.of(text).with(Keyboard.Inline.column(new Button.Callback("Confirm", "ok:1")));
    }

    private static Post post(long chat, String text) {
        return Post.of(Bot.MAIN, chat, card(text), chat + text).card(CARD);
    }

    private void send(Post post) {
        bots.bean(Messenger.class).send(post);
    }

    private void update(long chat, String text) {
        bots.bean(Messenger.class).update(Bot.MAIN, chat, CARD, () -> card(text));
    }

    private void inOneTransaction(Runnable deeds) {
        bots.bean(TransactionTemplate.class).executeWithoutResult(_ -> deeds.run());
    }

    /** What was asked of Telegram for this chat: method, message, text. */
    private void asked(long chat, String... calls) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(api.calls(chat).stream()
                                .map(LiveCardsIntegrationTest::line)
                                .map(line -> line.replaceAll("#" + firstId(chat) + "\\b", "#first"))
                                .toList())
                        .containsExactly(calls));
        await().atMost(Duration.ofSeconds(10)).until(() -> unfinished(chat) == 0);
    }

    private static String line(Call call) {
        String message = call.body().has("message_id")
                ? " #" + call.body().get("message_id").asLong()
                : "";
        return (call.method() + message + " " + call.text()).strip();
    }

    private long firstId(long chat) {
        return bots.jdbc()
                .sql(
                        "SELECT telegram_message_id FROM telegram_outbox WHERE chat_id = ? AND telegram_message_id IS NOT NULL ORDER BY id LIMIT 1")
                .param(chat)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private int unfinished(long chat) {
        return bots.jdbc()
                .sql("""
                        SELECT count(*) FROM telegram_outbox
                        WHERE chat_id = ? AND state IN ('QUEUED', 'SENDING') AND not_before <= ?""")
                .params(chat, Timestamp.from(bots.clock.instant()))
                .query(Integer.class)
                .single();
    }

    @Test
    void an_update_edits_the_live_message_with_its_buttons() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        update(chat, "confirmed");
        asked(chat, "sendmessage new", "editmessagetext #first confirmed");
        assertThat(api.calls(chat)
                        .getLast()
                        .body()
                        .at("/reply_markup/inline_keyboard/0/0/text")
                        .asText())
                .isEqualTo("Confirm");
    }

    @Test
    void the_next_message_of_a_card_takes_the_buttons_off_the_former_and_is_the_live_one() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        send(post(chat, "moved"));
        asked(chat, "sendmessage new", "sendmessage moved", "editmessagereplymarkup #first");
        update(chat, "charged");
        await().untilAsserted(() -> assertThat(api.texts(chat)).contains("charged"));
        assertThat(line(api.calls(chat).getLast())).doesNotContain("#" + firstId(chat));
    }

    @Test
    void other_cards_and_other_chats_stay_as_they_are() {
        long chat = bots.somebody();
        long other = bots.somebody();
        send(post(chat, "new"));
        send(Post.of(Bot.MAIN, chat, card("another booking"), chat + "another").card("booking:43"));
        send(post(other, "new"));
        asked(chat, "sendmessage new", "sendmessage another booking");
        asked(other, "sendmessage new");
    }

    @Test
    void without_a_live_message_an_update_does_nothing() {
        long chat = bots.somebody();
        update(chat, "unseen");
        await().until(() -> unfinished(chat) == 0);
        assertThat(api.calls(chat)).isEmpty();
    }

    @Test
    void of_several_quick_updates_only_the_last_is_shown() {
        long chat = bots.somebody();
        inOneTransaction(() -> {
            send(post(chat, "new"));
            update(chat, "one");
            update(chat, "two");
            update(chat, "three");
        });
        asked(chat, "sendmessage new", "editmessagetext #first three");
    }

    @Test
    void parallel_updates_end_with_what_was_true_last() throws Exception {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        bots.jdbc().sql("CREATE TABLE counted AS SELECT 0 AS value").update();
        Together.atOnce(IntStream.range(0, 8)
                .<java.util.concurrent.Callable<Integer>>mapToObj(_ -> () -> {
                    bots.jdbc().sql("UPDATE counted SET value = value + 1").update();
                    bots.bean(Messenger.class)
                            .update(
                                    Bot.MAIN,
                                    chat,
                                    CARD,
                                    () -> card(bots.jdbc()
                                            .sql("SELECT value FROM counted")
                                            .query(String.class)
                                            .single()));
                    return 0;
                })
                .toList());
        await().until(() -> unfinished(chat) == 0);
        assertThat(api.texts(chat)).last().isEqualTo("8");
    }

    @Test
    void a_live_message_that_was_deleted_is_sent_anew_without_a_sound() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        api.reply(chat, 400, "Bad Request: message to edit not found", "null");
        update(chat, "confirmed");
        update(chat, "charged");
        await().untilAsserted(() -> assertThat(api.texts(chat)).contains("charged"));
        await().until(() -> unfinished(chat) == 0);
        List<Call> calls = api.calls(chat);
        Call again = calls.stream()
                .filter(call -> call.method().equals("sendmessage"))
                .toList()
                .getLast();
        assertThat(again.body().get("disable_notification").asBoolean()).isTrue();
        update(chat, "completed");
        await().untilAsserted(() -> assertThat(api.texts(chat)).contains("completed"));
        assertThat(line(api.calls(chat).getLast()))
                .startsWith("editmessagetext")
                .doesNotContain("#" + firstId(chat));
    }

    @Test
    void the_buttons_of_a_former_message_that_is_gone_are_no_concern() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        api.accept(chat);
        api.reply(chat, 400, "Bad Request: message to edit not found", "null");
        send(post(chat, "moved"));
        asked(chat, "sendmessage new", "sendmessage moved", "editmessagereplymarkup #first");
        assertThat(bots.jdbc()
                        .sql("SELECT count(*) FROM telegram_outbox WHERE chat_id = ? AND state <> 'SENT'")
                        .param(chat)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_update_that_overtook_a_waiting_message_is_shown_on_it_again() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        send(post(chat, "in the morning").notBefore(bots.clock.instant().plus(Duration.ofHours(8))));
        update(chat, "cheaper");
        asked(chat, "sendmessage new", "editmessagetext #first cheaper");

        bots.clock.advance(Duration.ofHours(8));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(api.texts(chat)).containsSubsequence("in the morning", "cheaper"));
        await().until(() -> unfinished(chat) == 0);
    }

    @Test
    void a_message_that_a_later_one_overtook_loses_its_buttons_and_the_later_one_stays_live() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        send(post(chat, "in the morning").notBefore(bots.clock.instant().plus(Duration.ofHours(8))));
        send(post(chat, "moved"));
        asked(chat, "sendmessage new", "sendmessage moved", "editmessagereplymarkup #first");

        bots.clock.advance(Duration.ofHours(8));
        await().atMost(Duration.ofSeconds(10)).until(() -> api.texts(chat).contains("in the morning"));
        await().until(() -> unfinished(chat) == 0);
        update(chat, "charged");

        asked(
                chat,
                "sendmessage new",
                "sendmessage moved",
                "editmessagereplymarkup #first",
                "sendmessage in the morning",
                "editmessagereplymarkup #" + messageId(chat, "in the morning"),
                "editmessagetext #" + messageId(chat, "moved") + " charged");
    }

    private long messageId(long chat, String text) {
        return bots.jdbc()
                .sql("SELECT telegram_message_id FROM telegram_outbox WHERE dedupe_key = ?")
                .param(chat + text)
                .query(Long.class)
                .single();
    }

    @Test
    void a_pressed_message_becomes_the_live_one() {
        long chat = bots.somebody();
        send(post(chat, "new"));
        asked(chat, "sendmessage new");
        send(post(chat, "twice"));
        asked(chat, "sendmessage new", "sendmessage twice", "editmessagereplymarkup #first");
        bots.bean(Messenger.class).update(Bot.MAIN, chat, CARD, () -> card("pressed"), firstId(chat));
        await().untilAsserted(() -> assertThat(api.calls(chat)).hasSize(5));
        assertThat(api.calls(chat).stream().skip(3).map(LiveCardsIntegrationTest::line))
                .anyMatch(line -> line.equals("editmessagetext #" + firstId(chat) + " pressed"))
                .anyMatch(line -> line.startsWith("editmessagereplymarkup") && !line.contains("#" + firstId(chat)));
    }

    @Test
    void a_card_that_a_crash_left_unrecorded_is_sent_again_and_then_edited() {
        long chat = bots.somebody();
        bots.bean(BotsLifecycle.class).stop();
        send(post(chat, "new").priority(Priority.BROADCAST));
        update(chat, "confirmed");
        bots.jdbc()
                .sql("UPDATE telegram_outbox SET state = 'SENDING' WHERE chat_id = ? AND method = 'sendMessage'")
                .param(chat)
                .update();
        bots.bean(BotsLifecycle.class).start();
        asked(chat, "sendmessage new", "editmessagetext #first confirmed");
    }

    @Test
    void a_card_cannot_be_a_photo() {
        assertThatThrownBy(() -> send(Post.of(Bot.MAIN, 1, card("x").withPhoto(new byte[] {1}), "photo card")
                        .card(CARD)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_silent_message_rings_for_nobody() {
        long chat = bots.somebody();
        send(post(chat, "night").silent(true));
        asked(chat, "sendmessage night");
        assertThat(api.calls(chat).getFirst().body().get("disable_notification").asBoolean())
                .isTrue();
    }

    @Test
    void receipts_say_what_came_of_the_messages_that_asked_for_one() {
        long chat = bots.somebody();
        send(Post.of(Bot.MAIN, chat, card("good"), chat + "good").withReceipt());
        asked(chat, "sendmessage good");
        api.reply(chat, 400, "Bad Request: can't parse entities", "null");
        send(Post.of(Bot.MAIN, chat, card("bad"), chat + "bad").withReceipt());
        send(Post.of(Bot.MAIN, chat, card("unasked"), chat + "unasked"));
        asked(chat, "sendmessage good", "sendmessage bad", "sendmessage unasked");
        api.reply(chat, 403, "Forbidden: bot was blocked by the user", "null");
        send(Post.of(Bot.MAIN, chat, card("blocked"), chat + "blocked").withReceipt());
        Receipts receipts = bots.bean(Receipts.class);
        var now = bots.clock.instant();
        await().untilAsserted(() -> assertThat(receipts.of(chat))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("messageId")
                .containsExactly(
                        new MessageSent(Bot.MAIN, chat, chat + "good", null, now),
                        new MessageFailed(Bot.MAIN, chat, chat + "bad", Reason.REFUSED, now),
                        new MessageFailed(Bot.MAIN, chat, chat + "blocked", Reason.UNREACHABLE, now)));
    }

    @Test
    void who_cannot_hear_a_receipt_keeps_its_message_from_being_recorded() {
        long chat = bots.somebody();
        Receipts receipts = bots.bean(Receipts.class);
        receipts.failing.set(true);
        send(Post.of(Bot.MAIN, chat, card("good"), chat + "good").withReceipt());
        await().until(() -> !receipts.failing.get());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(receipts.of(chat)).hasSize(1));
        assertThat(api.texts(chat)).containsExactly("good", "good");
    }

    @Test
    void a_message_that_is_not_wanted_any_more_is_skipped_at_the_last_moment() throws Exception {
        long chat = bots.somebody();
        var key = new AtomicReference<String>();
        var asked = new CountDownLatch(1);
        bots.bean(SampleModule.Doubts.class).answer = asking -> {
            key.set(asking);
            asked.countDown();
            return asking.endsWith("wanted");
        };
        send(Post.of(Bot.MAIN, chat, card("late"), "doubtful:" + chat + "late").withReceipt());
        asked.await();
        send(Post.of(Bot.MAIN, chat, card("in time"), "doubtful:" + chat + "wanted")
                .withReceipt());
        asked(chat, "sendmessage in time");
        var now = bots.clock.instant();
        assertThat(bots.bean(Receipts.class).of(chat))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("messageId")
                .containsExactly(
                        new MessageFailed(Bot.MAIN, chat, "doubtful:" + chat + "late", Reason.NOT_WANTED, now),
                        new MessageSent(Bot.MAIN, chat, "doubtful:" + chat + "wanted", null, now));
        assertThat(states(chat)).containsEntry("doubtful:" + chat + "late", "SKIPPED");
    }

    @Test
    void what_is_written_to_a_group_that_became_a_supergroup_arrives_there() {
        long group = -bots.somebody();
        long supergroup = -1_000_000_000_000L + group;
        api.reply(
                group,
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                "{\"migrate_to_chat_id\":" + supergroup + "}");

        send(Post.of(Bot.MAIN, group, card("question"), "to " + group).withReceipt());

        asked(supergroup, "sendmessage question");
        assertThat(bots.bean(MovedGroups.class).now(group)).isEqualTo(supergroup);
        assertThat(bots.bean(Receipts.class).of(supergroup)).singleElement().isInstanceOf(MessageSent.class);
    }

    @Test
    void after_an_error_on_the_way_a_message_is_sent_all_the_same() {
        long chat = bots.somebody();
        var failed = new AtomicBoolean();
        bots.bean(SampleModule.Doubts.class).answer = _ -> {
            if (failed.compareAndSet(false, true)) {
                throw new StackOverflowError();
            }
            return true;
        };
        send(Post.of(Bot.MAIN, chat, card("in the end"), "doubtful:" + chat));
        asked(chat, "sendmessage in the end");
    }

    private Map<String, String> states(long chat) {
        return bots
                .jdbc()
                .sql("SELECT dedupe_key, state FROM telegram_outbox WHERE chat_id = ?")
                .param(chat)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
