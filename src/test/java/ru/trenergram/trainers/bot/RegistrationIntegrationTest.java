package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.Person;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The dialogs of the main bot, over HTTP to the simulator and back. */
@IntegrationTest
class RegistrationIntegrationTest {

    @Autowired
    Api api;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    @Autowired
    Users users;

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    @Autowired
    JdbcClient jdbc;

    Person anna;

    @BeforeEach
    void a_new_person() {
        anna = Person.named("Анна", "ru", api);
    }

    @Test
    void a_trainer_on_their_own_answers_five_questions_and_has_a_link() {
        anna.sends("/start");
        anna.sees("Кто вы?");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        anna.sharesContact();
        anna.sees("Где вы тренируете?");
        anna.presses("Работаю самостоятельно");
        anna.sees("Сколько стоит");
        anna.sends("2 500 руб.");
        anna.sees("Сколько длится");
        anna.presses("45 мин");
        anna.sees("ваше время сейчас");
        anna.presses("Да, верно");
        anna.sees("start=trainer_" + anna.telegramId());

        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.price()).isEqualTo(Money.rubles(250_000));
        assertThat(profile.sessionMinutes()).isEqualTo(45);
        assertThat(profile.timezone().getId()).isEqualTo("Europe/Moscow");
        assertThat(users.byTelegramId(anna.telegramId()).phone()).startsWith("+7");
    }

    @Test
    void every_step_says_what_it_expects_and_loses_nothing() {
        Person stranger = Person.named("Вера", "ru", api);
        anna.sends("/start");
        anna.presses("Я тренер");
        anna.sees("Поделитесь своим номером");
        anna.sendsSticker();
        anna.sees("Жду ваш номер");
        anna.sharesContactOf(stranger);
        anna.sees("Это чужой контакт");
        anna.sharesContact();
        anna.sees("Где вы тренируете?");
        anna.sends("Атлантида <b>");
        anna.sees("Клуба «Атлантида <b>» у нас нет");
        anna.presses("Работаю самостоятельно");
        anna.sees("Сколько стоит");
        for (String nonsense : new String[] {"дорого", "-100", "1000001", "12.50"}) {
            anna.sends(nonsense);
            anna.sees("Жду целое число рублей");
        }
        anna.sends("0");
        anna.sees("Сколько длится");
        anna.sends("5");
        anna.sees("Жду число минут от 10 до 480");
        anna.sends("60");
        anna.sees("ваше время сейчас");
        anna.sends("Атлантида");
        anna.sees("Такого города я не знаю");
        anna.sends("Омск");
        anna.sees("Готово, вы тренер");

        assertThat(trainers.byTelegramId(anna.telegramId()).price()).isEqualTo(Money.rubles(0));
    }

    @Test
    void an_old_button_does_not_answer_a_later_question() {
        UserInfo owner = users.get(trainerOf(Person.named("Олег", "ru", api)));
        clubs.found("Клуб старой кнопки", "Москва", "Лесная, 7", java.time.ZoneId.of("Asia/Omsk"), "FREE", owner.id());
        anna.sends("/start");
        anna.presses("Я тренер");
        anna.sharesContact();
        anna.sees("Где вы тренируете?");
        anna.sends("старой кнопки");
        anna.sees("Вот что нашлось");
        anna.presses("Клуб старой кнопки · Москва");
        anna.sees("Сколько стоит");
        anna.presses("Работаю самостоятельно");
        anna.sees("На этот вопрос вы уже ответили");
        anna.sends("1000");
        anna.presses("60 мин");
        anna.presses("Да, верно");
        anna.sees("Готово, вы тренер");

        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.timezone().getId()).isEqualTo("Asia/Omsk");
        assertThat(clubTrainers.ofTrainer(profile.userId()))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.APPLIED);
    }

    @Test
    void asking_for_help_in_the_middle_loses_nothing() {
        anna.sends("/start");
        anna.presses("Я тренер");
        anna.sharesContact();
        anna.presses("Работаю самостоятельно");
        anna.sees("Сколько стоит");
        anna.sends("/help");
        anna.sees("Что я умею");
        anna.sends("1000");
        anna.sees("Сколько длится");
        anna.sends("/my_link");
        anna.sees("Личная ссылка есть у тренеров");
        anna.presses("60 мин");
        anna.presses("Да, верно");
        anna.sees("Готово, вы тренер");
    }

    @Test
    void a_button_of_a_dialog_that_was_left_says_that_it_is_out_of_date() {
        anna.sends("/start");
        anna.presses("Я тренер");
        anna.sharesContact();
        anna.sees("Где вы тренируете?");
        anna.sends("/cancel");
        anna.sees("Хорошо, остановились");
        anna.presses("Работаю самостоятельно");
        anna.sees("Эта кнопка устарела");
    }

    @Test
    void it_speaks_english_with_those_whose_telegram_does() {
        Person emily = Person.named("Emily", "en", api);
        emily.sends("/start");
        emily.sees("Who are you?");
        emily.presses("I am a trainer");
        emily.sees("Share your number");
        emily.sends("hello");
        emily.sees("I am waiting for your number");
    }

    @Test
    void whoever_opens_a_link_is_on_the_roster_even_before_they_answer() {
        Person trainer = Person.named("Игорь", "ru", api);
        long trainerId = trainerOf(trainer);

        anna.sends("/start trainer_" + trainer.telegramId());
        anna.sees("Вы теперь клиент тренера Игорь");

        assertThat(roster.find(trainerId, users.byTelegramId(anna.telegramId()).id()))
                .isPresent();
        anna.sends("Пропустить");
        anna.sees("Хорошо, без номера");
        anna.sends("/start trainer_" + trainer.telegramId());
        anna.sees("Вы уже клиент тренера Игорь");
    }

    @Test
    void dead_and_own_links_get_an_answer() {
        Person trainer = Person.named("Игорь", "ru", api);
        trainerOf(trainer);

        anna.sends("/start trainer_999999");
        anna.sees("больше не ведёт к тренеру");
        anna.sends("/start trainer_x");
        anna.sees("больше не ведёт к тренеру");
        anna.sends("/start nonsense");
        anna.sees("Эта ссылка не подошла");
        trainer.sends("/start trainer_" + trainer.telegramId());
        trainer.sees("Это ваша собственная ссылка");
    }

    @Test
    void the_first_payload_is_kept_as_the_source_of_a_person() {
        anna.sends("/start src_poster");
        anna.sees("Кто вы?");
        anna.sends("/start trainer_999999");
        anna.sees("больше не ведёт к тренеру");

        assertThat(jdbc.sql("SELECT source FROM users WHERE telegram_id = ?")
                        .param(anna.telegramId())
                        .query(String.class)
                        .single())
                .isEqualTo("src_poster");
    }

    @Test
    void the_staff_bot_knows_no_strangers() {
        Person stranger = anna.inStaffBot();
        stranger.sends("/start");
        stranger.sees("Этот бот — для сотрудников клубов");
        stranger.sends("/login");
        stranger.sees("Панель — для сотрудников клубов");
    }

    private long trainerOf(Person person) {
        api.signedIn(person.telegramId(), "Игорь");
        long id = users.byTelegramId(person.telegramId()).id();
        trainers.register(id, Money.rubles(100_000), 60, java.time.ZoneId.of("Europe/Moscow"), null);
        return id;
    }
}
