package ru.trenergram.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Replies.Reply;

/** From a person to the support chat and back. */
class SupportIntegrationTest extends MainBotTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Support service;

    Person support;

    @BeforeEach
    void somebody_answers() {
        support = supportChat();
    }

    @Test
    void a_question_is_answered_in_the_same_chat() {
        Person anna = client(trainer("Игорь", "ru"), "Анна", "ru");
        anna.sends("/support");
        anna.sees("Напишите одним сообщением");
        anna.sends("Не вижу <свой> баланс");
        anna.sees("Передали");

        String question = support.sees("Не вижу <свой> баланс");
        assertThat(question).contains("Анна", "клиент", "id " + anna.telegramId());
        known();
        support.replies("Не вижу <свой> баланс", "Сейчас & починим");
        assertThat(anna.sees("Ответ поддержки")).contains("Сейчас & починим");
        anna.presses("Написать ещё");
        anna.sees("Напишите одним сообщением");
        anna.sends("Спасибо");
        support.sees("Спасибо");
    }

    @Test
    void photos_and_voices_go_both_ways() {
        Person emily = somebody("Emily", "en");
        emily.sends("Support");
        emily.sees("Tell us in one message");
        emily.sendsThing("voice");
        emily.sees("Passed on");
        support.sees("Emily");
        await().untilAsserted(() -> assertThat(copies(support)).isEqualTo(1));
        known();
        support.repliesWithThing("Emily", "photo");
        emily.sees("Answer from support");
        await().untilAsserted(() -> assertThat(copies(emily)).isEqualTo(1));
    }

    @Test
    void a_question_can_follow_the_command_and_the_command_can_be_taken_back() {
        Person anna = somebody("Анна", "ru");
        anna.sends("/support Где мой тренер?");
        anna.sees("Передали");
        support.sees("Где мой тренер?");
        anna.sends("/support");
        anna.sees("Напишите одним сообщением");
        anna.sends("/cancel");
        anna.sees("остановились");
        anna.sends("Никому");
        anna.sees("Я не понял это сообщение");
    }

    @Test
    void who_cannot_be_answered_is_named_in_the_support_chat() {
        Person anna = somebody("Анна", "ru");
        anna.sends("/support Прощайте");
        support.sees("Прощайте");
        known();
        anna.blocks(true);
        support.replies("Прощайте", "Останьтесь");
        support.sees("Анна: ответ не доставлен");
    }

    @Test
    void an_answer_to_anything_else_is_not_passed_on() {
        support.replies("Кто вы?", "никто");
        support.sees("Я не понял это сообщение");
        assertThat(service.take(new Reply(Bot.MAIN, -100, 1, 1, "чужая группа")))
                .isFalse();
        assertThat(service.take(new Reply(Bot.STAFF, support.telegramId(), 1, 1, "другой бот")))
                .isFalse();
    }

    /** All that stands in the support chat is known to do so: nobody answers faster. */
    private void known() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                SELECT count(*) = 0 FROM support_request r
                                WHERE NOT EXISTS (SELECT FROM support_message WHERE request_id = r.id)
                                """).query(Boolean.class).single());
    }

    /** What was copied has no text. */
    private static long copies(Person person) {
        return person.chat().stream()
                .filter(message -> message.text().isEmpty())
                .count();
    }
}
