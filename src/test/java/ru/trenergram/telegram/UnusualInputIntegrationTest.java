package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;

/** What a person might send instead of what they are asked for, and what comes out of groups. */
class UnusualInputIntegrationTest extends MainBotTest {

    private static final AtomicLong UPDATES = new AtomicLong(8_000_000_000L);
    private static final AtomicLong GROUPS = new AtomicLong(-100_200_000_000L);

    private static final List<String> THINGS = List.of("photo", "voice", "document", "video_note", "dice", "poll");

    private static final String FROM =
            "{\"id\":5800000001,\"is_bot\":false,\"first_name\":\"Анна\",\"language_code\":\"ru\"}";

    @Autowired
    JdbcClient jdbc;

    @InBothLanguages
    void what_is_no_text_is_answered_kindly_with_and_without_a_question(String language) {
        Person anna = somebody("Анна", language);
        Person stranger = somebody("Вера", "ru");
        List<Runnable> unusual = new ArrayList<>(List.of(
                anna::sendsSticker, anna::sendsLocation, anna::sharesContact, () -> anna.sharesContactOf(stranger)));
        THINGS.forEach(kind -> unusual.add(() -> anna.sendsThing(kind)));
        for (Runnable sending : unusual) {
            sending.run();
            anna.sees(text("telegram.unknown_thing"));
        }
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
        for (Runnable sending : unusual) {
            sending.run();
            anna.sees(text("registration.price_expected"));
        }
    }

    @InBothLanguages
    void a_changed_message_is_not_taken_for_a_new_one(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
        anna.sends("дорого");
        anna.sees(text("registration.price_expected"));
        anna.edits("1000");
        anna.sees(text("telegram.edited"));
        anna.sends("1000");
        anna.sees(text("registration.minutes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"video\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1,\"duration\":1}",
                "\"animation\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1,\"duration\":1}",
                "\"audio\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"venue\":{\"title\":\"Зал\",\"address\":\"Лесная, 7\"},\"location\":{\"latitude\":55.7,\"longitude\":37.6}",
                "\"story\":{\"id\":1}",
                "\"game\":{\"title\":\"a\",\"description\":\"b\",\"photo\":[]}",
                "\"checklist\":{\"title\":\"a\",\"tasks\":[]}",
                "\"paid_media\":{\"star_count\":1,\"paid_media\":[]}",
                "\"invoice\":{\"title\":\"a\",\"currency\":\"XTR\",\"total_amount\":1}"
            })
    void so_is_what_the_simulator_cannot_send(String content) {
        Person anna = somebody("Анна", "ru");
        arrives(anna.telegramId(), messageOf(anna, content));
        anna.sees(text("telegram.unknown_thing"));
    }

    @Test
    void what_telegram_says_by_itself_is_no_message_of_anybody() {
        Person anna = somebody("Анна", "ru");
        int before = said(anna.telegramId()).size();
        long timer = arrives(
                anna.telegramId(),
                messageOf(anna, "\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":86400}"));
        await().atMost(Duration.ofSeconds(20)).until(() -> isDone(timer));
        assertThat(said(anna.telegramId())).hasSize(before);
    }

    private static String messageOf(Person person, String content) {
        long id = person.telegramId();
        return "\"message\":{\"message_id\":999,\"date\":1,\"from\":{\"id\":" + id
                + ",\"is_bot\":false,\"first_name\":\"Анна\",\"language_code\":\"ru\"},\"chat\":{\"id\":" + id
                + ",\"type\":\"private\"}," + content + "}";
    }

    @InBothLanguages
    void in_a_group_the_bot_answers_its_name_and_nothing_else(String language) {
        long group = GROUPS.decrementAndGet();
        arrives(group, message(group, "/start", language));
        arrives(group, message(group, "всем привет", language));
        arrives(group, message(group, "/my@another_bot", language));
        arrives(group, message(group, "/my@Trenergram_bot", language));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said(group)).hasSize(1));
        assertThat(said(group).getFirst())
                .contains(text("telegram.privately", "@trenergram_bot").in(language));
    }

    @Test
    void being_added_to_a_group_and_posts_of_channels_pass_in_silence() {
        long group = GROUPS.decrementAndGet();
        String bot = "{\"id\":1000000001,\"is_bot\":true,\"first_name\":\"Trenergram\"}";
        arrives(
                group,
                "\"my_chat_member\":{\"chat\":" + chat(group) + ",\"from\":" + FROM + ",\"date\":1,"
                        + "\"old_chat_member\":{\"status\":\"left\",\"user\":" + bot + "},"
                        + "\"new_chat_member\":{\"status\":\"member\",\"user\":" + bot + "}}");
        long post = arrives(
                group,
                "\"channel_post\":{\"message_id\":1,\"date\":1,\"chat\":" + chat(group) + ",\"text\":\"/start\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> isDone(post));
        assertThat(said(group)).isEmpty();
    }

    private static String message(long group, String text, String language) {
        String from = FROM.replace("\"ru\"", "\"" + language + "\"");
        return "\"message\":{\"message_id\":1,\"date\":1,\"from\":" + from + ",\"chat\":" + chat(group) + ",\"text\":\""
                + text + "\"}";
    }

    private static String chat(long group) {
        return "{\"id\":" + group + ",\"type\":\"supergroup\",\"title\":\"Зал\"}";
    }

    /** The simulator has no groups, so what comes out of one is laid where a poll would have put it. */
    private long arrives(long group, String body) {
        long id = UPDATES.incrementAndGet();
        jdbc.sql(
                        "INSERT INTO telegram_update (bot, update_id, chat_id, body, received_at) VALUES ('MAIN', ?, ?, ?::json, now())")
                .params(id, group, "{\"update_id\":1," + body + "}")
                .update();
        return id;
    }

    private boolean isDone(long update) {
        return jdbc.sql("SELECT processed_at IS NOT NULL FROM telegram_update WHERE update_id = ?")
                .param(update)
                .query(Boolean.class)
                .single();
    }

    private List<String> said(long group) {
        return jdbc.sql("SELECT payload::text FROM telegram_outbox WHERE chat_id = ?")
                .param(group)
                .query(String.class)
                .list();
    }
}
