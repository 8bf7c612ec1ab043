package ru.trenergram.balances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.balances.Practice.CHARGE_MOMENT;
import static ru.trenergram.balances.Practice.TOMORROW_TEN;
import static ru.trenergram.balances.Practice.path;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.base.Money;
import ru.trenergram.platform.PeopleMerge;
import ru.trenergram.scheduling.BookingImport;
import ru.trenergram.scheduling.BookingImport.Imported;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Together;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** When sessions are charged, and that it happens once (PRODUCT.md, "Money between client and trainer"). */
@IntegrationTest
class ChargeIntegrationTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    private static final Instant START = Instant.parse("2026-12-01T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    Charges charges;

    @Autowired
    MovableClock clock;

    private Practice practice;

    @BeforeEach
    void setUp() {
        practice = new Practice(application);
    }

    @Test
    void a_session_is_charged_at_its_charge_moment_and_says_why() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        clock.moveTo(CHARGE_MOMENT.minusSeconds(1));
        charges.chargeDue(100);
        assertThat(practice.ledger()).isEmpty();
        assertThat(practice.isCharged(booking)).isFalse();

        clock.moveTo(CHARGE_MOMENT);
        charges.chargeDue(100);

        JsonNode entry = practice.ledger().path(0);
        assertThat(practice.isCharged(booking)).isTrue();
        assertThat(practice.balance()).isEqualTo(-250_000);
        assertThat(entry.path("kind").asString()).isEqualTo("charge");
        assertThat(entry.path("actor").asString()).isEqualTo("system");
        assertThat(entry.path("booking_id").asString())
                .isEqualTo(booking.path("id").asString());
        assertThat(entry.path("reason").toString())
                .isEqualTo("{\"code\":\"before_start\",\"comment\":null,\"charge_hours_before\":12,"
                        + "\"charge_at\":\"2026-11-30T22:00:00+03:00\",\"starts_at\":\"2026-12-01T10:00:00+03:00\"}");
        await().untilAsserted(() -> assertThat(practice.messages())
                .contains(
                        "Списано за тренировку: 2\u00a0500\u00a0₽",
                        "вт, 1 дек., 10:00–11:00",
                        "оплата списывается за 12 ч до начала",
                        "Баланс: -2\u00a0500\u00a0₽"));
    }

    @Test
    void a_second_run_charges_nothing_again() {
        practice.confirmed(TOMORROW_TEN);
        clock.moveTo(START.plus(Duration.ofDays(3)));

        charges.chargeDue(100);
        charges.chargeDue(100);

        assertThat(practice.ledger()).hasSize(1);
    }

    @Test
    void a_charge_goes_back_once_when_the_client_does_not_accept_the_trainers_move() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        clock.moveTo(CHARGE_MOMENT);
        charges.chargeDue(100);
        assertThat(practice.balance()).isEqualTo(-250_000);

        JsonNode moved = practice.moved(booking, "2026-12-01T15:00:00+03:00");
        assertThat(practice.put(practice.client, moved, "decline").status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(practice.balance()).isZero());
        charges.giveBack(UUID.fromString(booking.path("id").asString()));
        JsonNode returned = practice.ledger().path(0);
        assertThat(practice.ledger()).hasSize(2);
        assertThat(returned.path("kind").asString()).isEqualTo("adjustment");
        assertThat(returned.path("actor").asString()).isEqualTo("system");
        assertThat(returned.path("reason").path("code").asString()).isEqualTo("move_not_accepted");
    }

    @Test
    void a_charge_stays_when_a_move_was_accepted_and_the_session_cancelled_later() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        clock.moveTo(CHARGE_MOMENT);
        charges.chargeDue(100);

        JsonNode moved = practice.moved(booking, "2026-12-01T15:00:00+03:00");
        JsonNode confirmed = practice.put(practice.client, moved, "confirm").json();
        practice.as(practice.client)
                .delete(Practice.path(confirmed) + "?version="
                        + confirmed.path("version").asInt());
        charges.giveBack(UUID.fromString(booking.path("id").asString()));

        assertThat(practice.balance()).isEqualTo(-250_000);
        assertThat(practice.ledger()).hasSize(1);
    }

    @Test
    void the_scheduler_charges_what_is_due() throws Exception {
        practice.confirmed(TOMORROW_TEN);
        clock.moveTo(CHARGE_MOMENT);

        QuartzJobs.run(
                application,
                "charge-bookings",
                () -> assertThat(practice.ledger()).hasSize(1));
    }

    @Test
    void two_runs_at_once_charge_each_session_once() throws Exception {
        for (int hour = 9; hour < 18; hour++) {
            practice.confirmed("2026-12-01T%02d:00:00+03:00".formatted(hour));
        }
        clock.moveTo(START);

        Together.atOnce(Collections.nCopies(4, (Callable<Integer>) () -> charges.chargeDue(3)));
        while (charges.chargeDue(3) > 0) {
            // the rest
        }

        assertThat(practice.ledger()).hasSize(9);
        assertThat(practice.balance()).isEqualTo(-9 * 250_000);
    }

    @Test
    void what_awaits_an_answer_is_not_charged_and_what_is_confirmed_late_at_once() {
        JsonNode booking = practice.pending(TOMORROW_TEN, Map.of());
        clock.moveTo(CHARGE_MOMENT.plus(Duration.ofHours(1)));
        charges.chargeDue(100);
        assertThat(practice.ledger()).isEmpty();

        practice.put(practice.client, booking, "confirm");

        await().untilAsserted(() -> assertThat(practice.ledger()).hasSize(1));
        assertThat(practice.ledger().path(0).path("reason").path("code").asString())
                .isEqualTo("agreed_later");
        await().untilAsserted(() -> assertThat(practice.messages()).contains("договорились позже"));
    }

    @Test
    void what_the_client_never_confirmed_is_charged_when_the_trainer_says_it_took_place() {
        JsonNode booking = practice.pending(TOMORROW_TEN, Map.of());
        clock.moveTo(START);

        practice.put(practice.trainer, booking, "complete");

        await().untilAsserted(() -> assertThat(practice.ledger()).hasSize(1));
        assertThat(practice.ledger().path(0).path("reason").path("code").asString())
                .isEqualTo("agreed_later");
    }

    @Test
    void what_is_booked_after_its_charge_moment_is_charged_at_once() {
        practice.confirmed("2026-11-30T16:00:00+03:00");

        await().untilAsserted(() -> assertThat(practice.ledger()).hasSize(1));
    }

    @Test
    void a_free_session_makes_no_entry() {
        JsonNode booking = practice.pending(TOMORROW_TEN, Map.of("price", Map.of("amount", 0, "currency", "RUB")));
        practice.put(practice.client, booking, "confirm");
        clock.moveTo(START);

        charges.chargeDue(100);

        assertThat(practice.ledger()).isEmpty();
        assertThat(practice.isCharged(booking)).isFalse();
    }

    @Test
    void a_cancelled_session_is_not_charged() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        practice.as(practice.client).delete(path(booking) + "?version=0");
        clock.moveTo(START);

        charges.chargeDue(100);

        assertThat(practice.ledger()).isEmpty();
    }

    @Test
    void after_the_charge_a_cancellation_or_a_no_show_returns_nothing() {
        JsonNode cancelled = practice.confirmed(TOMORROW_TEN);
        JsonNode missed = practice.confirmed("2026-12-01T12:00:00+03:00");
        clock.moveTo(START.minusSeconds(60));
        charges.chargeDue(100);

        practice.as(practice.client).delete(path(cancelled) + "?version=0");
        clock.moveTo(START.plus(Duration.ofHours(2)));
        practice.put(practice.trainer, missed, "no-show");

        assertThat(practice.balance()).isEqualTo(-500_000);
        assertThat(practice.isCharged(cancelled)).isTrue();
    }

    @RepeatedTest(10)
    void a_cancellation_and_a_charge_at_once_charge_once() throws Exception {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        clock.moveTo(CHARGE_MOMENT);
        Api.Client phone = practice.as(practice.client);

        List<Integer> done = Together.atOnce(List.of(
                () -> charges.chargeDue(100),
                () -> phone.delete(path(booking) + "?version=0").status()));
        charges.chargeDue(100);

        JsonNode now = phone.get(path(booking)).json();
        assertThat(done.getLast()).isEqualTo(200);
        assertThat(now.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(now.path("charged").asBoolean()).isTrue();
        assertThat(practice.ledger()).hasSize(1);
    }

    @Test
    void a_client_who_cancels_after_the_charge_moment_pays_though_nothing_was_charged_since() {
        JsonNode late = practice.confirmed(TOMORROW_TEN);
        JsonNode inTime = practice.confirmed("2026-12-01T15:00:00+03:00");
        awaitHeard(late);
        awaitHeard(inTime);
        clock.moveTo(CHARGE_MOMENT);

        practice.as(practice.client).delete(path(late) + "?version=0");
        practice.as(practice.client).delete(path(inTime) + "?version=0");

        assertThat(practice.isCharged(late)).isTrue();
        assertThat(practice.isCharged(inTime)).isFalse();
        assertThat(practice.balance()).isEqualTo(-250_000);
    }

    @Test
    void a_cancellation_that_is_refused_charges_nothing() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        awaitHeard(booking);
        clock.moveTo(START);

        assertThat(practice.as(practice.client)
                        .delete(path(booking) + "?version=0")
                        .code())
                .isEqualTo("invalid_transition");

        assertThat(practice.ledger()).isEmpty();
    }

    @Test
    void a_trainer_who_cancels_before_anything_was_charged_costs_the_client_nothing() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        awaitHeard(booking);
        clock.moveTo(CHARGE_MOMENT);

        practice.as(practice.trainer).delete(path(booking) + "?version=0");
        charges.chargeDue(100);

        assertThat(practice.ledger()).isEmpty();
    }

    /** Whoever listens to its events has done so, at the time that it was. */
    private void awaitHeard(JsonNode booking) {
        await().until(() -> application
                .getBean(JdbcClient.class)
                .sql("SELECT NOT EXISTS (SELECT FROM event_publication WHERE position(? IN serialized_event) > 0)")
                .param(booking.path("id").asString())
                .query(Boolean.class)
                .single());
    }

    /** Two accounts of one person become one while a session of the one that goes is charged. */
    @Test
    void a_charge_is_waited_for_by_who_merges_the_clients_accounts_and_is_in_the_way() {
        JsonNode booking = practice.confirmed(TOMORROW_TEN);
        long goes = practice.client.userId();
        long stays = practice.somebody().userId();
        clock.moveTo(CHARGE_MOMENT);
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        var ada = new Caller(
                application.getBean(Users.class).seen(Bot.STAFF, person, null).userId(), SUPERADMIN);

        CompletableFuture<List<String>> merging = application
                .getBean(TransactionTemplate.class)
                .execute(charging -> {
                    charges.chargeDue(100);
                    var meanwhile = CompletableFuture.supplyAsync(
                            () -> application.getBean(PeopleMerge.class).merge(ada, goes, stays));
                    await().until(this::somebodyWaits);
                    return meanwhile;
                });

        assertThat(merging.join()).containsExactly("ledger");
        assertThat(practice.isCharged(booking)).isTrue();
        assertThat(practice.ledger()).hasSize(1);
    }

    private boolean somebodyWaits() {
        return application
                .getBean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void confirmations_and_runs_at_once_charge_once() throws Exception {
        List<JsonNode> bookings = new ArrayList<>();
        for (int hour = 9; hour < 14; hour++) {
            bookings.add(practice.pending("2026-12-01T%02d:00:00+03:00".formatted(hour), Map.of()));
        }
        clock.moveTo(Instant.parse("2026-12-01T05:00:00Z"));
        List<Callable<Object>> together = new ArrayList<>();
        bookings.forEach(booking -> together.add(() -> practice.put(practice.client, booking, "confirm")));
        IntStream.range(0, 5).forEach(run -> together.add(() -> charges.chargeDue(100)));

        Together.atOnce(together);

        await().untilAsserted(() -> assertThat(practice.ledger()).hasSize(5));
        charges.chargeDue(100);
        assertThat(practice.balance()).isEqualTo(-5 * 250_000);
    }

    @Test
    void what_took_place_elsewhere_is_not_charged_here() {
        application
                .getBean(BookingImport.class)
                .add(new Imported(
                        practice.trainer.userId(),
                        practice.client.userId(),
                        MovableClock.START.minus(Duration.ofDays(1)),
                        Duration.ofMinutes(60),
                        BookingStatus.COMPLETED,
                        null,
                        Money.rubles(250_000),
                        null));

        charges.chargeDue(100);

        assertThat(practice.ledger()).isEmpty();
    }
}
