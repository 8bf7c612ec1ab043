package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Together.atOnce;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** A trainer chose the club: its owner and managers are asked, the first answer counts, the trainer hears it. */
class TrainerDecidingIntegrationTest extends StaffBotTest {

    Person owner;
    long club;

    @BeforeEach
    void a_club() {
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @Test
    void the_first_of_the_staff_to_press_decides_and_the_trainer_hears() {
        Person manager = member(club, StaffRole.MANAGER, "Пётр");
        Person boris = applicant(club, "Борис");

        owner.sees("Борис хочет работать в клубе «Атлант»");
        manager.sees("Борис хочет работать в клубе «Атлант»");
        manager.presses("Одобрить");
        manager.sees("Теперь Борис работает в клубе «Атлант»");
        boris.sees("Вас приняли в клуб «Атлант»");

        owner.presses("Отказать");
        owner.sees("Уже решено: Борис работает в клубе «Атлант»");
        assertThat(clubTrainers.count(club)).containsOnlyKeys(Status.ACTIVE);
    }

    @Test
    void a_trainer_who_is_refused_hears_it_and_may_apply_again() {
        Person boris = applicant(club, "Борис");
        owner.sees("Борис хочет работать");
        owner.presses("Отказать");
        owner.sees("Вы отказали: Борис");
        boris.sees("не принял вашу заявку");
        assertThat(clubTrainers.ofTrainer(id(boris))).isEmpty();

        clock.advance(java.time.Duration.ofHours(1));
        clubTrainers.apply(club, id(boris));
        owner.sees("Борис хочет работать");
        owner.presses("Одобрить");
        owner.sees("Теперь Борис работает");
        boris.sees("Вас приняли в клуб");
    }

    @Test
    void who_lost_the_right_meanwhile_decides_nothing() {
        Person manager = member(club, StaffRole.MANAGER, "Пётр");
        Person boris = applicant(club, "Борис");
        manager.sees("Борис хочет работать");
        staff.add(club, id(manager), StaffRole.READONLY);

        manager.presses("Одобрить");

        manager.sees("Это действие вам недоступно");
        assertThat(clubTrainers.find(club, id(boris)).orElseThrow().status()).isEqualTo(Status.APPLIED);
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
