package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** A trainer chose the club: its owner and managers are asked, the first answer counts, the trainer hears it. */
class TrainerDecidingIntegrationTest extends StaffBotTest {

    @Autowired
    JdbcClient jdbc;

    Person owner;
    long club;

    @BeforeEach
    void a_club() {
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @InBothLanguages
    void the_first_of_the_staff_to_press_decides_and_the_trainer_hears(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        Person boris = applicant(club, "Борис", language);

        owner.sees(text("notify.trainer_applied", "Борис", "Атлант"));
        manager.sees(text("notify.trainer_applied", "Борис", "Атлант"));
        manager.sends("да");
        manager.sees(text("telegram.unknown_text"));
        manager.presses(text("staff.trainer.approve"));
        manager.sees(text("staff.trainer.approved", "Борис", "Атлант"));
        boris.sees(text("notify.trainer_approved", "Атлант"));

        owner.presses(text("staff.trainer.refuse"));
        owner.sees(text("staff.trainer.approved_already", "Борис", "Атлант"));
        assertThat(clubTrainers.count(club)).containsOnlyKeys(Status.ACTIVE);
        manager.pressesStray("trainer-approve:" + club + ":x");
        manager.sees(text("telegram.old_button"));
    }

    @InBothLanguages
    void a_trainer_who_is_refused_hears_it_and_may_apply_again(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        Person boris = applicant(club, "Борис", language);
        manager.sees(text("notify.trainer_applied", "Борис", "Атлант"));
        manager.presses(text("staff.trainer.refuse"));
        manager.sees(text("staff.trainer.refused", "Борис", "Атлант"));
        boris.sees(text("notify.trainer_refused", "Атлант"));
        owner.presses(text("staff.trainer.approve"));
        owner.sees(text("staff.trainer.gone"));
        assertThat(clubTrainers.ofTrainer(id(boris))).isEmpty();

        clock.advance(Duration.ofHours(1));
        clubTrainers.apply(club, id(boris));
        manager.sees(text("notify.trainer_applied", "Борис", "Атлант"));
        manager.presses(text("staff.trainer.approve"));
        manager.sees(text("staff.trainer.approved", "Борис", "Атлант"));
        boris.sees(text("notify.trainer_approved", "Атлант"));
    }

    @InBothLanguages
    void who_lost_the_right_meanwhile_decides_nothing(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        Person boris = applicant(club, "Борис");
        manager.sees(text("notify.trainer_applied", "Борис", "Атлант"));
        staff.add(club, id(manager), StaffRole.READONLY);

        manager.presses(text("staff.trainer.approve"));

        manager.sees(text("error.forbidden"));
        assertThat(clubTrainers.find(club, id(boris)).orElseThrow().status()).isEqualTo(Status.APPLIED);
    }

    @InBothLanguages
    void a_button_with_the_id_of_somebody_else_does_not_tell_their_name(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        Person marketing = member(club, StaffRole.MARKETING, "Мария", language);
        String forged = "trainer-approve:" + club + ":" + id(somebody("Аполлинария"));

        marketing.pressesStray(forged);
        marketing.sees(text("error.forbidden"));
        manager.pressesStray(forged);
        manager.sees(text("staff.trainer.gone"));

        assertThat(manager.chat().toString()).doesNotContain("Аполлинария");
    }

    @InBothLanguages
    void a_club_that_is_full_can_take_on_nobody(String language) {
        Person vera = somebody("Вера", language);
        jdbc.sql("""
                        INSERT INTO tariff (code, price, trainer_limit, name_ru, name_en)
                        VALUES (?, 0, 2, 'Малый', 'Tiny')
                        """).param("TINY_" + language).update();
        long tiny = club("Тесный", "TINY_" + language, vera);
        clubTrainers.approve(id(vera), tiny, id(applicant(tiny, "Анна")));
        Person boris = applicant(tiny, "Борис");
        vera.sees(text("notify.trainer_applied", "Борис", "Тесный"));
        jdbc.sql("UPDATE tariff SET trainer_limit = 1 WHERE code = ?")
                .param("TINY_" + language)
                .update();
        vera.presses(text("staff.trainer.approve"));
        vera.sees(text("staff.trainer.full"));
        assertThat(clubTrainers.find(tiny, id(boris)).orElseThrow().status()).isEqualTo(Status.APPLIED);
    }

    @Test
    void of_twenty_trainers_who_join_a_free_club_at_once_five_are_in() throws Exception {
        long free = club("Бесплатный", "FREE", owner);
        List<Long> people =
                Stream.generate(() -> id(somebody("Борис"))).limit(20).toList();

        List<Boolean> placed = atOnce(people.stream()
                .<Callable<Boolean>>map(
                        person -> () -> trainers.register(person, Money.rubles(100_000), 60, MOSCOW, free))
                .toList());

        assertThat(placed.stream().filter(it -> it)).hasSize(5);
        assertThat(clubTrainers.count(free)).containsEntry(Status.APPLIED, 5);
        List<Long> applied = people.stream()
                .filter(person -> clubTrainers.find(free, person).isPresent())
                .toList();
        atOnce(applied.stream()
                .<Callable<Boolean>>map(person -> () -> clubTrainers.approve(id(owner), free, person))
                .toList());
        assertThat(clubTrainers.count(free)).containsEntry(Status.ACTIVE, 5);
        assertThat(clubTrainers.isFull(free)).isTrue();
        assertThat(clubTrainers.apply(free, applied.getFirst())).isTrue();
    }
}
