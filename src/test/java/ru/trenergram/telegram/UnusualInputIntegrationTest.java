package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;

/** What a person might send instead of what they are asked for, and what comes out of groups. */
class UnusualInputIntegrationTest extends MainBotTest {

    private static final AtomicLong UPDATES = new AtomicLong(8_000_000_000L);
    private static final AtomicLong GROUPS = new AtomicLong(-100_200_000_000L);

    private static final String FROM =
            "{\"id\":5800000001,\"is_bot\":false,\"first_name\":\"Анна\",\"language_code\":\"ru\"}";

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"photo", "voice", "document", "video_note", "dice", "poll"})
    void what_is_no_text_is_answered_kindly(String kind) {
        Person anna = somebody("Анна", "ru");
        anna.sendsThing(kind);
        anna.sees("Понимаю только слова и кнопки");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        anna.sendsThing(kind);
        anna.sees("Жду ваш номер");
    }

    @Test
    void so_are_stickers_and_contacts_of_others_in_english() {
        Person emily = somebody("Emily", "en");
        emily.sendsSticker();
        emily.sees("I only understand words and buttons");
        emily.sharesContactOf(somebody("Анна", "ru"));
        emily.sees("I only understand words and buttons");
    }

    @Test
    void a_changed_message_is_not_taken_for_a_new_one() {
        Person anna = somebody("Анна", "ru");
        anna.presses("Я тренер");
        anna.sharesContact();
        anna.presses("Работаю самостоятельно");
        anna.sees("Сколько стоит");
        anna.sends("дорого");
        anna.sees("Жду целое число");
        anna.edits("1000");
        anna.sees("Правок я не вижу");
        anna.sends("1000");
        anna.sees("Сколько длится");
    }

    @Test
    void in_a_group_the_bot_answers_its_name_and_nothing_else() {
        long group = GROUPS.decrementAndGet();
        arrives(group, message(group, "/start"));
        arrives(group, message(group, "всем привет"));
        arrives(group, message(group, "/my@another_bot"));
        arrives(group, message(group, "/my@Trenergram_bot"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said(group)).hasSize(1));
        assertThat(said(group).getFirst()).contains("напишите мне лично: @trenergram_bot");
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

    private static String message(long group, String text) {
        return "\"message\":{\"message_id\":1,\"date\":1,\"from\":" + FROM + ",\"chat\":" + chat(group) + ",\"text\":\""
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
