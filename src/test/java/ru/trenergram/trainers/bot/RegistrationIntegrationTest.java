package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.trainers.TrainerProfile;

/** How one becomes a trainer in the chat, over HTTP to the simulator and back. */
class RegistrationIntegrationTest extends MainBotTest {

    private static final ZoneId OMSK = ZoneId.of("Asia/Omsk");

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    @InBothLanguages
    void a_trainer_on_their_own_answers_five_questions_and_has_a_link(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        assertThat(anna.keys()).containsExactly(anna.reads(text("contact.share")), anna.reads(text("telegram.back")));
        anna.sharesContact();
        anna.sees(text("registration.contact_saved"));
        anna.sees(text("registration.club"));
        assertThat(anna.keys()).isEmpty();
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.on_own_chosen"));
        anna.sees(text("registration.price"));
        anna.sends("2 500");
        anna.sees(text("registration.minutes"));
        anna.presses(text("registration.n_minutes", 45));
        anna.sees(text("registration.minutes_chosen", 45));
        anna.sees(text("registration.zone"));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.zone_chosen"));
        anna.sees(text("registration.done"));
        assertThat(anna.keys()).contains(anna.reads(text("menu.link")));
        String done = anna.sees(text("notify.trainer_registered"));

        assertThat(done).contains("start=trainer_" + anna.telegramId());
        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.price()).isEqualTo(Money.rubles(250_000));
        assertThat(profile.sessionMinutes()).isEqualTo(45);
        assertThat(profile.timezone()).isEqualTo(MOSCOW);
        assertThat(users.get(id(anna)).phone()).startsWith("+7");
    }

    @InBothLanguages
    void every_step_says_what_it_expects_and_loses_nothing(String language) {
        Person stranger = Person.named("Вера", "ru", api);
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sendsSticker();
        anna.sees(text("registration.contact_expected"));
        anna.sends("+7 916 123-45-67");
        anna.sees(text("registration.contact_expected"));
        anna.sharesContactOf(stranger);
        anna.sees(text("contact.foreign"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.sendsThing("voice");
        anna.sees(text("registration.club"));
        anna.sends("Атлантида <b>");
        anna.sees(text("registration.no_club_found", "Атлантида <b>"));
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
        for (String nonsense : List.of("дорого", "-100", "1000001", "12.50", "1e3")) {
            anna.sends(nonsense);
            anna.sees(text("registration.price_expected"));
        }
        anna.sendsLocation();
        anna.sees(text("registration.price_expected"));
        anna.sends("0");
        anna.sees(text("registration.minutes"));
        for (String nonsense : List.of("5", "481", "47", "час")) {
            anna.sends(nonsense);
            anna.sees(text("registration.minutes_expected"));
        }
        anna.sends("60");
        anna.sees(text("registration.zone"));
        anna.sends("Атлантида");
        anna.sees(text("registration.zone_expected"));
        anna.sharesContact();
        anna.sees(text("registration.zone_expected"));
        anna.sends("Омск");
        anna.sees(text("registration.done"));

        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.price()).isEqualTo(Money.rubles(0));
        assertThat(profile.timezone()).isEqualTo(OMSK);
    }

    @InBothLanguages
    void at_every_question_there_is_a_way_back_to_the_one_before(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
        anna.presses(text("telegram.back"));
        anna.sees(text("registration.club"));
        anna.presses(text("registration.on_own"));
        anna.sends("1000");
        anna.sees(text("registration.minutes"));
        anna.presses(text("telegram.back"));
        anna.sees(text("registration.price"));
        anna.sends("2000");
        anna.presses(text("registration.n_minutes", 90));
        anna.sees(text("registration.zone"));
        anna.presses(text("telegram.back"));
        anna.sees(text("registration.minutes"));
        anna.presses(text("registration.n_minutes", 30));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.done"));

        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.price()).isEqualTo(Money.rubles(200_000));
        assertThat(profile.sessionMinutes()).isEqualTo(30);
    }

    @InBothLanguages
    void back_from_the_first_questions_one_chooses_again_what_one_is(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sends(text("telegram.back"));
        anna.sees(text("welcome.changed_mind"));
        anna.sees(text("welcome.new"));
        assertThat(anna.keys()).isEmpty();
        anna.sends(text("telegram.back"));
        anna.sees(text("registration.nothing_before"));
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.presses(text("telegram.back"));
        anna.sees(text("welcome.changed_mind"));
        anna.sees(text("welcome.new"));
        anna.presses(text("welcome.i_am_client"));
        anna.sees(text("welcome.client"));
    }

    @InBothLanguages
    void an_old_button_does_not_answer_a_later_question(String language) {
        String name = "Клуб старой кнопки " + language;
        clubs.found(name, "Москва", "Лесная, 7", OMSK, "FREE", id(somebody("Олег", "ru")));
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.sends("старой кнопки " + language);
        anna.sees(text("registration.clubs_found"));
        anna.presses(name + " · Москва");
        anna.sees(text("registration.club_chosen", name));
        anna.sees(text("registration.price"));
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.answered_already"));
        anna.sends("1000");
        anna.presses(text("registration.n_minutes", 60));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.done"));

        TrainerProfile profile = trainers.byTelegramId(anna.telegramId());
        assertThat(profile.timezone()).isEqualTo(OMSK);
        assertThat(clubTrainers.ofTrainer(profile.userId()))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.APPLIED);
        anna.pressesStray("trainer-minutes:30");
        anna.sees(text("telegram.old_button"));
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("error.already_trainer"));
    }

    @InBothLanguages
    void a_club_without_a_place_is_named_to_the_trainer_and_the_trainer_to_its_owner(String language) {
        Person owner = somebody("Олег", language).inStaffBot();
        owner.sends("/start");
        String name = "Полный зал " + language;
        long club = clubs.found(name, "Москва", "Лесная, 7", MOSCOW, "FREE", id(owner));
        for (int i = 0; i < 5; i++) {
            trainers.register(id(somebody("Борис", "ru")), Money.rubles(100_000), 60, MOSCOW, club);
        }
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.sends(name);
        anna.sees(text("registration.clubs_found"));
        anna.presses(name + " · Москва");
        anna.sends("1000");
        anna.presses(text("registration.n_minutes", 60));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.done"));
        anna.sees(text("error.trainer_limit_reached", name));
        owner.sees(text("notify.trainer_turned_away", "Анна", name));
        assertThat(clubTrainers.ofTrainer(id(anna))).isEmpty();

        clock.advance(Duration.ofDays(1));
        clubTrainers.apply(club, id(anna));
        owner.sees(text("notify.trainer_turned_away", "Анна", name));
    }

    @InBothLanguages
    void asking_for_help_or_a_link_that_leads_nowhere_loses_nothing(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
        anna.sends("/help");
        anna.sees(text("help.client"));
        anna.sends("1000");
        anna.sees(text("registration.minutes"));
        anna.sends("/my_link");
        anna.sees(text("qr.trainers_only"));
        for (String dead : List.of("trainer_999999", "inv_nobodys", "q_nobodys", "club_nobodys", "nonsense", "a'b")) {
            anna.sends("/start " + dead);
            anna.sees(text("registration.minutes"));
        }
        anna.presses(text("registration.n_minutes", 60));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.done"));
    }

    @InBothLanguages
    void a_question_to_support_interrupts_the_registration_and_no_more(String language) {
        supportChat();
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sends("/support");
        anna.sees(text("support.ask"));
        assertThat(anna.keys()).isEmpty();
        anna.sends("Зачем вам мой номер?");
        anna.sees(text("support.passed_on"));
        anna.sees(text("registration.contact"));
        assertThat(anna.keys()).contains(anna.reads(text("contact.share")));
        anna.sends("/support");
        anna.sees(text("support.ask"));
        anna.sends("/cancel");
        anna.sees(text("telegram.cancelled"));
        anna.sees(text("registration.contact"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.sends("/support А клуб потом можно?");
        anna.sees(text("support.passed_on"));
        anna.sees(text("registration.club"));
        anna.presses(text("registration.on_own"));
        anna.sees(text("registration.price"));
    }

    @InBothLanguages
    void a_button_of_a_dialog_that_was_left_says_that_it_is_out_of_date(String language) {
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sharesContact();
        anna.sees(text("registration.club"));
        anna.sends("/cancel");
        anna.sees(text("telegram.cancelled"));
        anna.presses(text("registration.on_own"));
        anna.sees(text("telegram.old_button"));
        anna.presses(text("telegram.back"));
        anna.sees(text("telegram.old_button"));
        anna.sends("/cancel");
        anna.sees(text("telegram.nothing_to_cancel"));
    }

    @Test
    void numbers_are_understood_as_people_write_them() {
        Person anna = somebody("Анна", "ru");
        for (String price : List.of("2500 руб.", "2 500 рублей", "2\u00a0500\u00a0₽", "2,500 RUB", "2500р")) {
            anna.presses(text("welcome.i_am_trainer"));
            anna.sharesContact();
            anna.presses(text("registration.on_own"));
            anna.sees(text("registration.price"));
            anna.sends(price);
            anna.sees(text("registration.minutes"));
            anna.sends("90 минут");
            anna.sees(text("registration.minutes_chosen", 90));
            anna.sends("/cancel");
            anna.sees(text("telegram.cancelled"));
        }
    }
}
