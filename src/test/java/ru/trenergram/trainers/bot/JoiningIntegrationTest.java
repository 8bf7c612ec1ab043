package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Together.atOnce;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.trainers.ClientInvitations;

/** The ways to a trainer, and the ways back. */
class JoiningIntegrationTest extends MainBotTest {

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    @Autowired
    ClientInvitations invitations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_clubs_code_offers_its_trainers_and_the_chosen_one_has_a_client() {
        long club = clubWithTrainers("Клуб с кодом", "Марина", "Егор");
        jdbc.sql("INSERT INTO qr_code (code, club_id, label, created_at) VALUES ('desk" + club
                        + "', ?, 'стойка', now())")
                .param(club)
                .update();
        assertThat(api.nobody().get(api.address("/q/desk" + club)).status()).isEqualTo(302);

        for (String payload : List.of("q_desk" + club, "club_desk" + club, "club_" + club)) {
            Person anna = Person.named("Анна", "ru", api);
            anna.sends("/start " + payload);
            anna.sees("Добро пожаловать в клуб Клуб с кодом");
            anna.sees("Выберите тренера");
            assertThat(anna.shown("Выберите тренера").buttons()).containsExactly("Марина", "Егор");
            anna.presses("Егор");
            anna.sees("Вы теперь клиент тренера Егор");
            anna.sends("Пропустить");
            anna.sees("Хорошо, без номера");
            assertThat(anna.keys()).startsWith("Тренировки");
        }
    }

    @Test
    void a_club_that_is_gone_or_empty_says_so() {
        Person emily = Person.named("Emily", "en", api);
        emily.sends("/start club_999999999");
        emily.sees("no longer leads to a club");
        emily.sends("/start club_nonsense");
        emily.sees("no longer leads to a club");
        Person owner = somebody("Олег", "ru");
        long empty = clubs.found("Пустой зал", "Москва", "Лесная, 7", MOSCOW, "FREE", id(owner));
        emily.sends("/start club_" + empty);
        emily.sees("There are no trainers here yet");
        emily.pressesStray("club-trainer:" + empty + ":1");
        emily.sees("no longer here");
        emily.pressesStray("club-more:x:y");
        emily.sees("no more trainers");
    }

    @Test
    void an_invitation_works_for_one_person_once() {
        Person igor = trainer("Игорь", "ru");
        igor.sends("/invite");
        String text = igor.sees("Приглашение для одного клиента");
        String payload = text.substring(text.indexOf("start=") + 6).strip();
        igor.sends("/start " + payload);
        igor.sees("ваше собственное приглашение");

        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start " + payload);
        anna.sees("Вы теперь клиент тренера Игорь");
        anna.sharesContact();
        anna.sees("Номер записан");
        anna.sends("/start " + payload);
        anna.sees("Вы уже клиент тренера Игорь");

        Person emily = Person.named("Emily", "en", api);
        emily.sends("/start " + payload);
        emily.sees("has been used or is out of date");
        emily.sends("/invite");
        emily.sees("Trainers invite clients");
    }

    @Test
    void of_many_on_one_invitation_one_gets_in() throws Exception {
        Person igor = trainer("Игорь", "ru");
        String code = invitations.make(id(igor));
        List<Long> people =
                Stream.generate(() -> id(somebody("Анна", "ru"))).limit(5).toList();
        List<Callable<Boolean>> attempts = people.stream()
                .<Callable<Boolean>>map(person -> () -> invitations.accept(code, person))
                .toList();

        assertThat(atOnce(attempts)).containsOnlyOnce(true);
        assertThat(people.stream()
                        .filter(person -> roster.find(id(igor), person).isPresent()))
                .hasSize(1);
    }

    @Test
    void an_invitation_ends_after_a_week() {
        String code = invitations.make(id(trainer("Игорь", "ru")));
        clock.advance(ClientInvitations.LIFETIME);
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start inv_" + code);
        anna.sees("уже использовано или устарело");
    }

    @Test
    void a_second_trainer_is_added_and_the_phone_is_not_asked_again() {
        Person igor = trainer("Игорь", "ru");
        Person vera = trainer("Вера", "ru");
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sharesContact();
        anna.sees("Номер записан");
        anna.sends("/start trainer_" + vera.telegramId());
        anna.sees("Вы теперь клиент тренера Вера");
        anna.sees("Свободное время и ваши тренировки");

        assertThat(roster.trainersOf(id(anna))).containsExactlyInAnyOrder(id(igor), id(vera));
    }

    @Test
    void who_begins_as_a_trainer_may_become_a_client_midway() {
        Person igor = trainer("Игорь", "ru");
        Person anna = somebody("Анна", "ru");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        anna.presses("Я клиент");
        anna.sees("Хорошо, тренером не становимся");
        anna.sends("привет");
        anna.sees("Я не понял это сообщение");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sees("Вы теперь клиент тренера Игорь");
        anna.sends("не скажу");
        anna.sees("Нажмите «Поделиться номером» или «Пропустить»");
        anna.sends("Skip");
        anna.sees("Хорошо, без номера");
        anna.sends("Пропустить");
        anna.sees("Сейчас пропускать нечего");
    }

    @Test
    void who_blocks_the_bot_is_unreachable_until_they_take_it_back() {
        Person anna = somebody("Анна", "ru");
        anna.blocks(true);
        await().until(() -> unreachable(anna));
        anna.blocks(false);
        await().until(() -> !unreachable(anna));
        anna.blocks(true);
        await().until(() -> unreachable(anna));
        anna.blocks(false);
        anna.sends("/start");
        anna.sees("Кто вы?");
        assertThat(unreachable(anna)).isFalse();
    }

    private boolean unreachable(Person person) {
        return jdbc.sql("SELECT unreachable_since IS NOT NULL FROM users WHERE telegram_id = ?")
                .param(person.telegramId())
                .query(Boolean.class)
                .single();
    }

    private long clubWithTrainers(String name, String... trainerNames) {
        Person owner = somebody("Олег", "ru");
        long club = clubs.found(name, "Москва", "Лесная, 7", MOSCOW, "FREE", id(owner));
        for (String trainerName : trainerNames) {
            Person trainer = somebody(trainerName, "ru");
            trainers.register(id(trainer), Money.rubles(250_000), 60, MOSCOW, club);
            clubTrainers.approve(id(owner), club, id(trainer));
        }
        return club;
    }
}
