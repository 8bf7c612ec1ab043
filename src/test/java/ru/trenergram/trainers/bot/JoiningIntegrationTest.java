package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;
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
import ru.trenergram.support.InBothLanguages;
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

    @InBothLanguages
    void a_trainers_link_makes_a_client_before_they_answer_anything(String language) {
        Person igor = trainer("Игорь", language);
        Person anna = Person.named("Анна", language, api);
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sees(text("join.joined", "Игорь"));
        assertThat(roster.find(id(igor), id(anna))).isPresent();
        igor.sees(text("notify.client_joined", "Анна"));

        anna.sendsThing("photo");
        anna.sees(text("join.phone_expected"));
        anna.sends("не скажу");
        anna.sees(text("join.phone_expected"));
        anna.sharesContactOf(igor);
        anna.sees(text("contact.foreign"));
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sees(text("join.again", "Игорь"));
        anna.sees(text("join.phone"));
        anna.sharesContact();
        anna.sees(text("join.phone_saved"));
        anna.sees(text("join.open_app"));
        assertThat(anna.keys())
                .containsExactly(
                        anna.reads(text("menu.my")),
                        anna.reads(text("menu.balance")),
                        anna.reads(text("menu.settings")),
                        anna.reads(text("menu.support")));
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sees(text("join.again", "Игорь"));
        anna.sees(text("join.open_app"));
    }

    @InBothLanguages
    void a_second_trainer_is_added_and_the_phone_is_not_asked_again(String language) {
        Person igor = trainer("Игорь", language);
        Person vera = trainer("Вера", language);
        Person anna = Person.named("Анна", language, api);
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sharesContact();
        anna.sees(text("join.phone_saved"));
        anna.sends("/start trainer_" + vera.telegramId());
        anna.sees(text("join.welcome", "Вера"));
        anna.sees(text("join.open_app"));

        assertThat(roster.trainersOf(id(anna))).containsExactlyInAnyOrder(id(igor), id(vera));
    }

    @InBothLanguages
    void ones_own_link_and_one_that_leads_nowhere_are_told_apart(String language) {
        Person igor = trainer("Игорь", language);
        igor.sends("/start trainer_" + igor.telegramId());
        igor.sees(text("join.own_link"));
        for (String dead : List.of("trainer_999999", "trainer_x", "trainer_", "trainer_" + "9".repeat(19))) {
            igor.sends("/start " + dead);
            igor.sees(text("join.dead_link"));
        }
        igor.sends("/start nonsense");
        igor.sees(text("telegram.unknown_link"));
        igor.sees(text("welcome.back"));
        Person anna = Person.named("Анна", language, api);
        anna.sends("/start trainer_" + id(igor) + " <b>");
        anna.sees(text("telegram.unknown_link"));
        anna.sees(text("welcome.new"));
    }

    @InBothLanguages
    void a_clubs_code_offers_its_trainers_and_the_chosen_one_has_a_client(String language) {
        String name = "Клуб с кодом " + language;
        long club = clubWithTrainers(name, "Марина", "Егор");
        jdbc.sql("INSERT INTO qr_code (code, club_id, label, created_at) VALUES (?, ?, 'стойка', now())")
                .params("desk" + club, club)
                .update();
        assertThat(api.nobody().get(api.address("/q/desk" + club)).status()).isEqualTo(302);

        for (String payload : List.of("q_desk" + club, "club_desk" + club, "club_" + club)) {
            Person anna = Person.named("Анна", language, api);
            anna.sends("/start " + payload);
            anna.sees(text("club_join.hello", name));
            anna.sees(text("club_join.choose"));
            assertThat(anna.shown(text("club_join.choose")).buttons()).containsExactly("Марина", "Егор");
            anna.sends("Егор");
            anna.sees(text("telegram.unknown_text"));
            anna.presses("Егор");
            anna.sees(text("club_join.chosen", "Егор"));
            anna.sees(text("join.joined", "Егор"));
            anna.sends(text("contact.skip"));
            anna.sees(text("join.phone_skipped"));
            assertThat(anna.keys()).startsWith(anna.reads(text("menu.my")));
        }
    }

    @InBothLanguages
    void a_club_that_is_gone_or_empty_says_so(String language) {
        Person anna = Person.named("Анна", language, api);
        for (String gone : List.of("club_999999999", "club_nonsense", "club_")) {
            anna.sends("/start " + gone);
            anna.sees(text("club_join.dead_link"));
        }
        long empty = clubs.found("Пустой зал", "Москва", "Лесная, 7", MOSCOW, "FREE", id(somebody("Олег", "ru")));
        anna.sends("/start club_" + empty);
        anna.sees(text("club_join.nobody"));
        anna.pressesStray("club-trainer:" + empty + ":1");
        anna.sees(text("club_join.gone"));
        anna.pressesStray("club-more:x:y");
        anna.sees(text("club_join.no_more"));
    }

    @Test
    void of_a_large_club_one_leafs_through_the_trainers() {
        long club = clubWithTrainers(
                "Большой клуб", "Аня", "Боря", "Вася", "Галя", "Даша", "Егор", "Женя", "Зоя", "Инна", "Катя");
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start club_" + club);
        anna.sees(text("club_join.choose"));
        assertThat(anna.shown(text("club_join.choose")).buttons()).hasSize(9).endsWith("Зоя", "Ещё тренеры");
        anna.presses("Ещё тренеры");
        await().untilAsserted(() ->
                assertThat(anna.shown(text("club_join.choose")).buttons()).containsExactly("Инна", "Катя"));
        anna.presses("Катя");
        anna.sees(text("join.joined", "Катя"));
    }

    @InBothLanguages
    void an_invitation_works_for_one_person_once(String language) {
        Person igor = trainer("Игорь", language);
        igor.sends("/invite");
        String text = igor.sees(text("invite.client"));
        assertThat(text).startsWith("Игорь");
        String payload = text.substring(text.indexOf("start=") + 6).strip();
        igor.sees(text("invite.client_how", 7));
        igor.sends("/start " + payload);
        igor.sees(text("invite.own"));

        Person anna = Person.named("Анна", language, api);
        anna.sends("/start " + payload);
        anna.sees(text("join.joined", "Игорь"));
        anna.sharesContact();
        anna.sees(text("join.phone_saved"));
        anna.sends("/start " + payload);
        anna.sees(text("join.again", "Игорь"));

        Person boris = Person.named("Борис", language, api);
        boris.sends("/start " + payload);
        boris.sees(text("invite.closed"));
        boris.sends("/start inv_" + "x".repeat(22));
        boris.sees(text("invite.closed"));
        boris.sends("/invite");
        boris.sees(text("invite.trainers_only"));
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
        anna.sees(text("invite.closed"));
    }

    @InBothLanguages
    void who_begins_as_a_trainer_may_become_a_client_midway(String language) {
        Person igor = trainer("Игорь", "ru");
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.presses(text("welcome.i_am_client"));
        anna.sees(text("welcome.changed_mind"));
        anna.sends("привет");
        anna.sees(text("telegram.unknown_text"));
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sends("/start trainer_" + igor.telegramId());
        anna.sees(text("join.joined", "Игорь"));
        anna.sends(text("contact.skip"));
        anna.sees(text("join.phone_skipped"));
        anna.sends(text("contact.skip"));
        anna.sees(text("join.nothing_to_skip"));
    }

    @Test
    void a_key_of_the_other_language_is_understood() {
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start trainer_" + trainer("Игорь", "ru").telegramId());
        anna.sees(text("join.phone"));
        anna.sends("Skip");
        anna.sees(text("join.phone_skipped"));
    }

    @InBothLanguages
    void an_advertisement_greets_and_its_first_payload_is_kept(String language) {
        Person anna = Person.named("Анна", language, api);
        anna.sends("/start src_poster");
        anna.sees(text("welcome.new"));
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sends("/start src_other");
        anna.sees(text("telegram.restarted"));
        anna.sees(text("welcome.new"));
        assertThat(anna.keys()).isEmpty();

        assertThat(jdbc.sql("SELECT source FROM users WHERE telegram_id = ?")
                        .param(anna.telegramId())
                        .query(String.class)
                        .single())
                .isEqualTo("src_poster");
    }

    @InBothLanguages
    void who_blocks_the_bot_is_unreachable_until_they_take_it_back(String language) {
        Person anna = client(trainer("Игорь", "ru"), "Анна", language);
        anna.blocks(true);
        await().until(() -> unreachable(anna));
        anna.blocks(false);
        await().until(() -> !unreachable(anna));
        anna.blocks(true);
        await().until(() -> unreachable(anna));
        anna.blocks(false);
        anna.sends("/start");
        anna.sees(text("welcome.apps"));
        assertThat(anna.shown(text("welcome.apps")).buttons())
                .containsExactly(anna.reads(text("welcome.client_app")), anna.reads(text("welcome.become_trainer")));
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
        long club = clubs.found(name, "Москва", "Лесная, 7", MOSCOW, "PRO", id(owner));
        for (String trainerName : trainerNames) {
            Person trainer = somebody(trainerName, "ru");
            trainers.register(id(trainer), Money.rubles(250_000), 60, MOSCOW, club);
            clubTrainers.approve(id(owner), club, id(trainer));
        }
        return club;
    }
}
