package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.support.Together;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariffs;

/** A tariff's limit holds, however many come at once. */
class TrainerLimitIntegrationTest extends SubscriptionTest {

    @Autowired
    Tariffs tariffs;

    @Test
    void of_twenty_trainers_who_join_a_free_club_at_once_five_get_in() throws Exception {
        long club = club("FREE", somebody("Марина"), 0);
        List<Long> people = people(20);

        List<Boolean> placed = Together.atOnce(people.stream()
                .map(trainer -> (Callable<Boolean>) () -> clubTrainers.apply(club, trainer))
                .toList());

        assertThat(placed).filteredOn(in -> in).hasSize(5);
        assertThat(clubTrainers.count(club)).isEqualTo(java.util.Map.of(Status.APPLIED, 5));
    }

    @Test
    void of_twenty_who_are_approved_at_once_as_many_get_in_as_the_tariff_of_that_moment_holds() throws Exception {
        var owner = somebody("Марина");
        long club = club("PREMIUM", owner, 0);
        List<Long> people = people(20);
        people.forEach(trainer -> clubTrainers.apply(club, trainer));
        jdbc.sql("UPDATE club SET tariff_code = 'FREE' WHERE id = ?")
                .param(club)
                .update();

        List<Boolean> approved = Together.atOnce(people.stream()
                .map(trainer -> (Callable<Boolean>) () -> attempt(() -> clubTrainers.approve(id(owner), club, trainer)))
                .toList());

        assertThat(approved).filteredOn(in -> in).hasSize(5);
        assertThat(clubTariffs.trainers(club)).hasSize(5);
        assertThat(clubTariffs.frozenTrainers(club)).isEmpty();
    }

    @Test
    void a_limit_that_is_lowered_while_trainers_join_is_kept_or_refused() throws Exception {
        var owner = somebody("Марина");
        String code = "L" + owner.telegramId();
        tariffs.create(admin(), code, new Tariff.Terms("Имя", "Name", Money.rubles(100), 10));
        long club = club(code, owner, 4);
        List<Long> people = people(6);
        people.forEach(trainer -> clubTrainers.apply(club, trainer));
        var admin = admin();

        List<Callable<Boolean>> deeds = new java.util.ArrayList<>(people.stream()
                .map(trainer -> (Callable<Boolean>) () -> attempt(() -> clubTrainers.approve(id(owner), club, trainer)))
                .toList());
        deeds.add(() ->
                attempt(() -> tariffs.edit(admin, code, 0, new Tariff.Terms("Имя", "Name", Money.rubles(100), 6))));
        Together.atOnce(deeds);

        int limit = tariffs.get(code).trainerLimit().orElseThrow();
        assertThat(clubTariffs.trainers(club)).hasSize(limit);
    }

    private List<Long> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    long trainer = user("Тренер " + i);
                    trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, null);
                    return trainer;
                })
                .toList();
    }

    private static boolean attempt(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }
}
