package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Together;

/** A month that was paid on 30 November: it ends with 29 December. */
class SubscriptionLifeIntegrationTest extends SubscriptionTest {

    private static final String BEFORE_THREE_DAYS = "2026-12-26T10:00";
    private static final String BEFORE_ONE_DAY = "2026-12-28T10:00";
    private static final String EXPIRED = "2026-12-30T10:00";
    private static final String FALLEN = "2027-01-06T10:00";

    @Autowired
    SubscriptionSteps steps;

    @Autowired
    ApplicationContext application;

    private Person owner;
    private long club;

    @BeforeEach
    void a_club_with_eight_trainers_that_has_paid_a_month() {
        owner = somebody("Марина");
        club = club("PRO", owner, 8);
        pay(club, 1);
        assertThat(paidUntil(club)).isEqualTo("2026-12-29");
    }

    @InBothLanguages
    void the_owner_is_told_three_days_and_one_day_before_at_the_end_and_at_the_fall(String language) {
        Person owner = somebody("Irina", language);
        long club = club("PRO", owner, 6);
        pay(club, 1);
        owner.sees(text("notify.subscription.paid"));

        moveTo("2026-12-26T09:59");
        run();
        assertThat(taken(club)).isEmpty();
        moveTo(BEFORE_THREE_DAYS);
        run();
        owner.sees(text("notify.subscription.three_days"));
        moveTo(BEFORE_ONE_DAY);
        run();
        owner.sees(text("notify.subscription.one_day"));
        moveTo(EXPIRED);
        run();
        owner.sees(text("notify.subscription.expired"));
        moveTo(FALLEN);
        run();
        owner.sees(text("notify.subscription.fallen"));

        assertThat(taken(club)).containsExactly("THREE_DAYS", "ONE_DAY", "EXPIRED", "FALL");
    }

    @Test
    void each_step_is_taken_once_however_often_and_by_however_many_it_is_run() throws Exception {
        for (String moment : List.of(BEFORE_THREE_DAYS, BEFORE_ONE_DAY, EXPIRED, FALLEN)) {
            moveTo(moment);
            Together.atOnce(Collections.nCopies(4, (Callable<Integer>) () -> steps.takeDue(3)));
            run();
            jdbc.sql("UPDATE subscription SET next_step_at = ? WHERE club_id = ?") // as if it had been forgotten
                    .params(Timestamp.from(clock.instant()), club)
                    .update();
            Together.atOnce(Collections.nCopies(4, (Callable<Integer>) () -> steps.takeDue(3)));
        }

        assertThat(taken(club)).containsExactly("THREE_DAYS", "ONE_DAY", "EXPIRED", "FALL");
        owner.sees("перешёл на бесплатный");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> owner.chat().stream()
                                .filter(message -> message.text().contains("чтобы ничего не изменилось")
                                        || message.text().contains("почти вышло")
                                        || message.text().contains("потом клуб перейдёт")
                                        || message.text().contains("перешёл на бесплатный"))
                                .count()
                        == 4);
    }

    @Test
    void after_a_downtime_only_what_is_still_true_is_told() {
        moveTo("2026-12-29T15:00");
        run();
        assertThat(taken(club)).containsExactly("ONE_DAY");

        moveTo("2027-01-20T12:00");
        run();
        assertThat(taken(club)).containsExactly("ONE_DAY", "FALL");
        assertThat(clubTariffs.inForce(club)).isEqualTo("FREE");
    }

    @Test
    void in_the_grace_all_goes_on_and_after_it_those_who_joined_last_are_frozen() {
        moveTo("2027-01-06T09:59");
        run();
        assertThat(clubTariffs.inForce(club)).isEqualTo("PRO");
        assertThat(clubTariffs.frozenTrainers(club)).isEmpty();

        moveTo(FALLEN);
        run();
        assertThat(clubTariffs.inForce(club)).isEqualTo("FREE");
        assertThat(names(clubTariffs.frozenTrainers(club))).containsExactly("Тренер 6", "Тренер 7", "Тренер 8");
    }

    @Test
    void the_frozen_are_seen_neither_in_the_panel_nor_by_the_public_and_work_on() {
        moveTo(FALLEN);
        run();
        long frozen = clubTariffs.frozenTrainers(club).getFirst();

        assertThat(clubTrainers.count(club)).containsEntry(Status.ACTIVE, 5);
        assertThat(clubTrainers.page(club, 0, 100))
                .extracting(ClubTrainer::trainerId)
                .hasSize(5)
                .doesNotContain(frozen);
        assertThat(api.nobody().get("/clubs/" + club + "/trainers").json().path("items"))
                .hasSize(5);
        assertThat(api.nobody()
                        .get("/clubs/" + club)
                        .json()
                        .path("trainers_count")
                        .asInt())
                .isEqualTo(5);
        assertThat(clubTrainers.ofTrainer(frozen))
                .extracting(ClubTrainer::status)
                .containsExactly(Status.ACTIVE);
        assertThat(clubs.locationsOf(frozen)).hasSize(1);
        assertThat(clubTrainers.isFull(club)).isTrue();
    }

    @Test
    void who_pays_again_has_everything_back() {
        moveTo(FALLEN);
        run();

        pay(club, 2);

        assertThat(paidUntil(club)).isEqualTo("2027-03-05");
        assertThat(clubTariffs.inForce(club)).isEqualTo("PRO");
        assertThat(clubTariffs.frozenTrainers(club)).isEmpty();
        moveTo("2027-03-02T10:00");
        run();
        assertThat(taken(club)).containsExactly("FALL", "THREE_DAYS");
    }

    @Test
    void a_payment_between_the_notices_moves_all_of_them() {
        moveTo(BEFORE_THREE_DAYS);
        run();
        pay(club, 1);
        assertThat(paidUntil(club)).isEqualTo("2027-01-29");

        moveTo(EXPIRED);
        run();
        moveTo("2027-01-26T10:00");
        run();

        assertThat(taken(club)).containsExactly("THREE_DAYS", "THREE_DAYS");
    }

    @Test
    void the_days_are_those_of_the_clubs_zone() {
        jdbc.sql("UPDATE club SET timezone = 'Asia/Vladivostok' WHERE id = ?")
                .param(club)
                .update();
        moveTo("2026-12-26T02:59"); // 09:59 there
        steps.takeOf(club);
        assertThat(taken(club)).isEmpty();

        moveTo("2026-12-26T03:00");
        run();

        assertThat(taken(club)).containsExactly("THREE_DAYS");
    }

    @Test
    void quartz_takes_the_steps() throws Exception {
        moveTo(BEFORE_THREE_DAYS);

        QuartzJobs.run(
                application, "subscriptions", () -> assertThat(taken(club)).containsExactly("THREE_DAYS"));
    }

    @Test
    void a_free_club_and_one_that_never_paid_have_nothing_to_come() {
        long free = club("FREE", owner, 1);
        long unpaid = club("PRO", owner, 1);
        moveTo("2028-01-01T12:00");
        run();

        assertThat(taken(free)).isEmpty();
        assertThat(taken(unpaid)).isEmpty();
        assertThat(clubTariffs.inForce(unpaid)).isEqualTo("PRO");
        assertThat(subscriptions.get(unpaid).state(LocalDate.of(2028, 1, 1))).isEqualTo(Subscription.State.UNPAID);
    }

    private void run() {
        while (steps.takeDue(50) > 0) {
            // the next batch
        }
    }

    private List<String> taken(long club) {
        return jdbc.sql("SELECT step FROM subscription_notice WHERE club_id = ? ORDER BY at")
                .param(club)
                .query(String.class)
                .list();
    }
}
