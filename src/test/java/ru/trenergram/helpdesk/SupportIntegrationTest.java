package ru.trenergram.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.security.Caller;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Replies.Reply;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.users.UserBlocks;

/** From a person to the support chat and back. */
class SupportIntegrationTest extends MainBotTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Support service;

    @Autowired
    UserBlocks blocks;

    Person support;

    @BeforeEach
    void somebody_answers() {
        support = supportChat();
    }

    @InBothLanguages
    void a_question_is_answered_in_the_same_chat(String language) {
        Person anna = client(trainer("Игорь", "ru"), "Анна", language);
        anna.sends("/support");
        anna.sees(text("support.ask"));
        anna.sends("Не вижу <свой> баланс");
        anna.sees(text("support.passed_on"));

        String question = support.sees("Не вижу <свой> баланс");
        assertThat(question).contains("Анна", "клиент", "id " + anna.telegramId(), language);
        known();
        support.replies("Не вижу <свой> баланс", "Сейчас & починим");
        assertThat(anna.sees(text("support.answer"))).contains("Сейчас & починим");
        anna.presses(text("support.again"));
        anna.sees(text("support.ask"));
        anna.sends("Спасибо");
        anna.sees(text("support.passed_on"));
        support.sees("Спасибо");
    }

    @InBothLanguages
    void an_answer_can_be_answered_as_any_message(String language) {
        Person anna = somebody("Анна", language);
        anna.sends("/support Где мой тренер?");
        anna.sees(text("support.passed_on"));
        support.sees("Где мой тренер?");
        known();
        support.replies("Где мой тренер?", "Какой именно?");
        anna.sees("Какой именно?");
        known(anna);
        anna.replies("Какой именно?", "Игорь же");
        anna.sees(text("support.passed_on"));
        support.sees("Игорь же");
    }

    @InBothLanguages
    void who_is_shut_out_cannot_go_on_asking(String language) {
        Person anna = somebody("Анна", language);
        anna.sends("/support Где мой тренер?");
        support.sees("Где мой тренер?");
        known();
        support.replies("Где мой тренер?", "Какой именно?");
        anna.sees("Какой именно?");
        known(anna);
        long ada = 5_200_000_001L; // a super-admin, as IntegrationTest names them
        long adaId = users.seen(Bot.STAFF, new TelegramPerson(ada, "Ада", null, null, "ru"), null)
                .userId();
        blocks.block(new Caller(adaId, ada), id(anna), "спам");

        anna.replies("Какой именно?", "Игорь же");

        anna.sees(text("error.blocked"));
    }

    @InBothLanguages
    void photos_and_voices_go_both_ways(String language) {
        Person anna = somebody("Эмилия", language);
        anna.sends(text("menu.support"));
        anna.sees(text("support.ask"));
        long before = copies(support);
        anna.sendsThing("voice");
        anna.sees(text("support.passed_on"));
        support.sees("Эмилия");
        await().untilAsserted(() -> assertThat(copies(support)).isEqualTo(before + 1));
        known();
        support.repliesWithThing("Эмилия", "photo");
        anna.sees(text("support.answer"));
        await().untilAsserted(() -> assertThat(copies(anna)).isEqualTo(1));
    }

    @InBothLanguages
    void a_question_can_follow_the_command_and_the_command_can_be_taken_back(String language) {
        Person anna = somebody("Анна", language);
        anna.sends("/support Где моя запись?");
        anna.sees(text("support.passed_on"));
        support.sees("Где моя запись?");
        anna.sends("/support");
        anna.sees(text("support.ask"));
        anna.sends("/cancel");
        anna.sees(text("telegram.cancelled"));
        anna.sends("Никому");
        anna.sees(text("telegram.unknown_text"));
    }

    @Test
    void support_goes_on_in_the_chat_that_its_group_has_become() {
        Person supergroup = somebody("Поддержка", "ru");
        Person anna = somebody("Анна", "ru");
        jdbc.sql("INSERT INTO telegram_moved_group (group_id, moved_to) VALUES (?, ?)")
                .params(support.telegramId(), supergroup.telegramId())
                .update();
        try {
            anna.sends("/support Слышно меня?");
            supergroup.sees("Слышно меня?");
            known(supergroup);
            supergroup.replies("Слышно меня?", "Слышно");
            anna.sees("Слышно");
        } finally {
            jdbc.sql("DELETE FROM telegram_moved_group").update();
        }
    }

    @Test
    void who_cannot_be_answered_is_named_in_the_support_chat() {
        Person anna = somebody("Анна", "ru");
        anna.sends("/support Прощайте");
        support.sees("Прощайте");
        known();
        anna.blocks(true);
        support.replies("Прощайте", "Останьтесь");
        support.sees(text("support.answer_not_delivered", "Анна"));
    }

    @Test
    void an_answer_to_anything_else_is_not_passed_on() {
        support.replies("Кто вы?", "никто");
        support.sees(text("telegram.unknown_text"));
        assertThat(service.take(new Reply(Bot.MAIN, -100, 1, 1, "чужая группа")))
                .isFalse();
        assertThat(service.take(new Reply(Bot.STAFF, support.telegramId(), 1, 1, "другой бот")))
                .isFalse();
    }

    /** All that stands in the support chat is known to do so, but what the erased asked: nobody answers faster. */
    private void known() {
        known(support);
    }

    /** As {@link #known()}, of what support has written to somebody. */
    private void known(Person reader) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                SELECT count(*) = 0 FROM telegram_outbox o
                                  JOIN support_request r ON r.id = split_part(o.dedupe_key, ':', 2)::bigint
                                WHERE chat_id = ? AND state <> 'FAILED' AND dedupe_key ~ '^support-(question|answer):'
                                  AND NOT EXISTS (SELECT FROM support_message m
                                                  WHERE m.chat_id = o.chat_id AND m.bot = o.bot
                                                    AND m.request_id = r.id)
                                """)
                        .param(reader.telegramId())
                        .query(Boolean.class)
                        .single());
    }

    /** What was copied has no text. */
    private static long copies(Person person) {
        return person.chat().stream()
                .filter(message -> message.text().isEmpty())
                .count();
    }
}
