package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.Person;

/** Whatever somebody writes to the bot: it answers, and goes on. */
@IntegrationTest
class HostileTextsIntegrationTest {

    private static final List<String> TEXTS = List.of(
            "a\u0000b",
            "\u0000",
            "\u202eабв\u2066",
            "\u0660\u0661\u0662",
            "x".repeat(4096),
            "😀".repeat(1000),
            "9".repeat(400),
            "-1",
            "0",
            "1e9",
            "NaN",
            "<b>&lt;/b><script>",
            "'; DROP TABLE users; --",
            "%_\\");

    private static final List<String> COMMANDS =
            List.of("/", "/start trainer_" + "9".repeat(50), "/start trainer_\u0000", "/start \u202e");

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatever_is_written_at_any_step_the_bot_answers_and_goes_on() {
        Person anna = Person.named("Анна\u202e <b>", "ru", api);
        COMMANDS.forEach(anna::sends);
        writesAll(anna);
        anna.sends("/start");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        writesAll(anna);
        anna.sharesContact();
        anna.sees("Где вы тренируете?");
        writesAll(anna);
        anna.presses("Работаю самостоятельно");
        anna.sees("Сколько стоит");
        writesAll(anna);

        anna.sends("/start");
        anna.sees("Кто вы?");
        anna.sends("/support");
        anna.sees("Напишите одним сообщением");
        anna.sends("&".repeat(4096));
        anna.sees("Передали");
        assertThat(jdbc.sql("SELECT body FROM telegram_update WHERE attempts > 0")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("SELECT error FROM telegram_outbox WHERE chat_id = ? AND state = 'FAILED'")
                        .param(anna.telegramId())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static void writesAll(Person person) {
        TEXTS.forEach(person::sends);
    }
}
