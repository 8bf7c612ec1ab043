package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.notifications.Chats.sees;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.balances.BalanceChanged;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.EntryKind;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Money;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Person.Shown;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Together;
import ru.trenergram.trainers.Trainers;

/** Clients whose balance is below one session: a message a fall, and a digest a week for the trainer. */
@IntegrationTest
@TestPropertySource(properties = "alone=low-balance") // it waits until nothing is left to send: a database of its own
class LowBalanceIntegrationTest {

    private static final String LOW = "Баланс меньше одной тренировки";
    private static final String DIGEST = "Кому пора пополнить баланс";
    private static final Instant NEXT_MONDAY = Instant.parse("2026-12-07T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    Balances balances;

    @Autowired
    LowBalanceMessages messages;

    @Autowired
    LowBalanceDigest digest;

    @Autowired
    JdbcClient jdbc;

    private LedgerEntry topUp(Chats chats, long rubles) {
        return balances.topUp(chats.id(chats.trainer), chats.id(chats.client), Money.rubles(rubles * 100), null);
    }

    private LedgerEntry take(Chats chats, long rubles) {
        return balances.adjust(chats.id(chats.trainer), chats.id(chats.client), Money.rubles(-rubles * 100), "Сверка");
    }

    private static long count(Person person, String text) {
        return person.chat().stream()
                .filter(message -> message.text().contains(text))
                .count();
    }

    private static Timestamp started() {
        return Timestamp.from(MovableClock.START);
    }

    /** Every event has been listened to, and what came of it stands in the chats. */
    private void settled() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                        SELECT (SELECT count(*) FROM event_publication WHERE completion_date IS NULL)
                             + (SELECT count(*) FROM telegram_outbox WHERE state IN ('QUEUED', 'SENDING'))
                        """).query(Integer.class).single() == 0);
    }

    @Test
    void a_client_is_told_once_a_fall_and_again_only_after_having_been_above() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 3000);
        settled();
        assertThat(count(chats.client, LOW)).isZero();
        take(chats, 1000);
        settled();
        assertThat(chats.client.chat().stream().map(Shown::text))
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                LOW,
                                "Тренер: Марина",
                                "Баланс: 2\u00a0000\u00a0₽",
                                "Тренировка стоит 2\u00a0500\u00a0₽"));
        take(chats, 1000);
        topUp(chats, 100);
        settled();
        assertThat(count(chats.client, LOW)).isEqualTo(1);
        topUp(chats, 5000);
        settled();
        take(chats, 5000);
        settled();
        assertThat(count(chats.client, LOW)).isEqualTo(2);
    }

    @Test
    void entries_that_are_heard_of_twice_or_in_another_order_tell_of_a_fall_once() {
        var chats = new Chats(application);
        chats.booked();
        LedgerEntry up = topUp(chats, 3000);
        LedgerEntry down = take(chats, 1000);
        settled();
        jdbc.sql("DELETE FROM low_balance WHERE client_id = ?")
                .param(chats.id(chats.client))
                .update();
        jdbc.sql("DELETE FROM telegram_outbox WHERE dedupe_key = ?")
                .param("low-balance:" + down.id())
                .update();
        for (LedgerEntry entry : List.of(down, up, down)) {
            messages.on(new BalanceChanged(entry.id(), EntryKind.ADJUSTMENT));
        }
        settled();
        assertThat(count(chats.client, LOW)).isEqualTo(2); // the one of before, and one more
    }

    @Test
    void the_price_of_the_roster_goes_before_the_trainers() {
        var chats = new Chats(application);
        chats.booked();
        jdbc.sql("UPDATE roster_entry SET price = 100000 WHERE client_id = ?")
                .param(chats.id(chats.client))
                .update();
        topUp(chats, 3000);
        take(chats, 1500);
        settled();
        assertThat(count(chats.client, LOW)).isZero();
        take(chats, 600);
        settled();
        assertThat(count(chats.client, LOW)).isEqualTo(1);
    }

    @Test
    void who_is_archived_or_has_booked_nothing_hears_nothing() {
        var never = new Chats(application);
        topUp(never, 3000);
        take(never, 1000);
        var archived = new Chats(application);
        archived.booked();
        jdbc.sql("UPDATE roster_entry SET archived = true WHERE client_id = ?")
                .param(archived.id(archived.client))
                .update();
        topUp(archived, 3000);
        take(archived, 1000);
        settled();
        assertThat(count(never.client, LOW) + count(archived.client, LOW)).isZero();
    }

    @Test
    void on_monday_at_ten_the_trainer_gets_the_list_once_whoever_runs_the_job() throws Exception {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 1000);
        Person rich = chats.clientNamed("Богдан", "ru");
        balances.topUp(chats.id(chats.trainer), chats.id(rich), Money.rubles(900_000), null);
        settled();
        clock.moveTo(NEXT_MONDAY.minusSeconds(60));
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isZero();

        clock.moveTo(NEXT_MONDAY);
        Together.atOnce(
                List.<Callable<Integer>>of(() -> digest.send(100), () -> digest.send(100), () -> digest.send(100)));
        QuartzJobs.run(application, "low-balance-digest", this::settled);
        Shown list = chats.trainer.chat().stream()
                .filter(message -> message.text().contains(DIGEST))
                .findFirst()
                .orElseThrow();
        assertThat(list.text()).contains("Алиса: 1\u00a0000\u00a0₽").doesNotContain("Богдан");
        assertThat(list.buttons()).containsExactly("Открыть клиентов");
        assertThat(count(chats.trainer, DIGEST)).isEqualTo(1);

        clock.moveTo(NEXT_MONDAY.plus(Duration.ofDays(7)));
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isEqualTo(2);
    }

    @Test
    void after_weeks_without_the_service_one_digest_comes_and_not_a_pile() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 1000);
        settled();
        clock.moveTo(NEXT_MONDAY.plus(Duration.ofDays(23)));
        digest.send(100);
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isEqualTo(1);
    }

    @Test
    void who_has_nobody_low_hears_nothing() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 10_000);
        settled();
        clock.moveTo(NEXT_MONDAY);
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isZero();
    }

    @Test
    void clients_of_long_ago_are_left_out() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 1000);
        settled();
        clock.moveTo(NEXT_MONDAY.plus(Duration.ofDays(70)));
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isZero();
    }

    @Test
    void a_trainer_who_has_moved_west_waits_for_ten_there() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 1000);
        settled();
        int version =
                application.getBean(Trainers.class).get(chats.id(chats.trainer)).version();
        assertThat(chats.as(chats.trainer)
                        .put(
                                "/users/trainer/" + chats.trainer.telegramId() + "/settings",
                                Map.of("timezone", "Europe/London", "version", version))
                        .status())
                .isEqualTo(200);
        clock.moveTo(NEXT_MONDAY);
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isZero();
        clock.moveTo(NEXT_MONDAY.plus(Duration.ofHours(3)));
        digest.send(100);
        settled();
        assertThat(count(chats.trainer, DIGEST)).isEqualTo(1);
    }

    @Test
    void a_pile_of_clients_fits_into_one_message() {
        var chats = new Chats(application);
        chats.booked();
        topUp(chats, 1000);
        for (int i = 0; i < 25; i++) {
            Person person = chats.newcomer("Клиент-с-очень-длинным-именем-" + "ы".repeat(30) + i, "ru");
            // past the roster's service, which would tell the trainer of each
            jdbc.sql("INSERT INTO roster_entry (trainer_id, client_id, recent_at, joined_at) VALUES (?, ?, ?, ?)")
                    .params(chats.id(chats.trainer), chats.id(person), started(), started())
                    .update();
            jdbc.sql("""
                            INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, price,
                                charge_hours_before, charge_at, outside_working_hours, created_by, status_by, version,
                                created_at)
                            SELECT gen_random_uuid(), trainer_id, ?, starts_at, ends_at, 'COMPLETED', price,
                                charge_hours_before, charge_at, false, created_by, status_by, 0, created_at
                            FROM booking WHERE client_id = ?""").params(chats.id(person), chats.id(chats.client)).update();
        }
        settled();
        clock.moveTo(NEXT_MONDAY);
        digest.send(100);
        settled();
        sees(chats.trainer, "и ещё 6", "Открыть клиентов");
    }
}
