package ru.trenergram.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.platform.PeopleMerge;
import ru.trenergram.security.Caller;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Together;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** Reminders as they arrive in the client's chat (PRODUCT.md, "Reminders"). It is Monday, 12:00. */
@IntegrationTest
@TestPropertySource(properties = "alone=reminders") // it waits until nothing is left to send: a database of its own
class RemindersIntegrationTest {

    private static final String FIRST = "Подтвердите тренировку";
    private static final String SECOND = "Тренировка ждёт вашего ответа";
    private static final String THIRD = "Последнее напоминание: тренировка ждёт ответа";
    private static final String HEADS_UP = "Скоро тренировка";
    private static final String CANCELLED = "Тренировка отменена";
    private static final String UNREACHABLE =
            "Клиент не получил напоминание: бот ему недоступен. Напишите или позвоните сами";

    @Autowired
    ApplicationContext application;

    @Autowired
    DueReminders due;

    @Autowired
    Reminders reminders;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PeopleMerge merge;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    private Practice practice;
    private Person trainer;
    private Person client;

    @BeforeEach
    void setUp() {
        practice = new Practice(application);
        trainer = practice.trainer;
        client = practice.client;
    }

    @Test
    void a_session_that_nobody_answers_is_reminded_of_three_times_and_then_cancelled() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T11:59");
        assertThat(practice.headlines(client)).isEmpty();

        practice.at("2026-12-01T12:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T14:59");
        practice.at("2026-12-01T15:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND);
        practice.at("2026-12-01T17:59");
        practice.at("2026-12-01T18:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND, THIRD);
        practice.at("2026-12-01T20:59");
        assertThat(practice.status(booking)).isEqualTo("PENDING");

        practice.at("2026-12-01T21:00");

        JsonNode cancelled = practice.now(booking);
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("cancelled_by").asString()).isEqualTo("system");
        assertThat(cancelled.path("cancel_reason").asString()).isEqualTo("no_answer");
        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND, THIRD, CANCELLED);
        assertThat(practice.headlines(trainer)).containsExactly(CANCELLED);
        client.sees("клиент не ответил на напоминания");
        practice.at("2026-12-02T10:00");
        assertThat(practice.headlines(client)).hasSize(4);
    }

    @Test
    void a_press_of_confirm_ends_the_ladder_and_tells_the_trainer_and_two_hours_before_the_client_hears_once_more() {
        JsonNode booking = practice.booked("2026-12-02T12:00");
        practice.at("2026-12-01T12:00");
        client.sees(FIRST);
        client.presses("Подтвердить");
        trainer.sees("Клиент подтвердил тренировку");

        practice.at("2026-12-01T15:00");
        practice.at("2026-12-02T09:59");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-02T10:00");
        practice.at("2026-12-02T10:01");

        assertThat(practice.headlines(client)).containsExactly(FIRST, HEADS_UP);
        assertThat(practice.status(booking)).isEqualTo("CONFIRMED");
    }

    @Test
    void each_reminder_is_the_live_card_and_the_one_before_loses_its_buttons() {
        practice.booked("2026-12-02T12:00");
        practice.at("2026-12-01T12:00");
        practice.at("2026-12-01T15:00");

        assertThat(client.chat().stream().filter(shown -> shown.text().startsWith(FIRST)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.buttons()).isEmpty());
        assertThat(client.chat().stream().filter(shown -> shown.text().startsWith(SECOND)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.buttons()).contains("Подтвердить", "Отменить"));
    }

    @Test
    void what_goes_in_quiet_hours_makes_no_sound() {
        practice.booked("2026-12-01T08:30");
        practice.settle();
        clock.moveTo(Practice.moscow("2026-11-30T23:00"));
        practice.booked("2026-12-01T07:30");

        practice.at("2026-11-30T23:05");

        assertThat(practice.headlines(client)).containsExactly(FIRST, FIRST);
        assertThat(practice.lastIsSilent(client)).isTrue();
        practice.booked("2026-12-03T10:00");
        practice.at("2026-12-02T12:00");
        assertThat(practice.lastIsSilent(client)).isFalse();
    }

    @Test
    void a_move_begins_the_ladder_anew_for_the_new_time() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        practice.at("2026-12-01T15:00");
        practice.moved(booking, "2026-12-03T10:00");
        practice.settle();
        List<String> before = practice.headlines(client);

        practice.at("2026-12-01T18:00");
        practice.at("2026-12-02T11:59");
        assertThat(practice.headlines(client)).isEqualTo(before);
        practice.at("2026-12-02T12:00");
        practice.at("2026-12-02T15:00");

        assertThat(practice.headlines(client).subList(before.size(), before.size() + 2))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void moved_to_and_fro_a_session_repeats_no_step_and_is_not_cancelled_at_once() {
        JsonNode booking = practice.booked("2026-12-02T20:00");
        practice.at("2026-12-01T12:00");
        practice.at("2026-12-01T15:00");
        practice.at("2026-12-01T18:00");
        practice.moved(booking, "2026-12-05T10:00");
        practice.run();
        clock.moveTo(Practice.moscow("2026-12-02T09:00"));
        practice.moved(booking, "2026-12-02T20:00");
        practice.settle();
        List<String> before = practice.headlines(client);

        practice.at("2026-12-02T09:10");
        practice.at("2026-12-02T11:59");
        assertThat(practice.headlines(client)).isEqualTo(before);
        assertThat(practice.status(booking)).isEqualTo("PENDING");
        practice.at("2026-12-02T12:00");

        assertThat(practice.status(booking)).isEqualTo("CANCELLED");
    }

    @Test
    void what_is_cancelled_is_not_reminded_of() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.run();
        practice.cancelled(booking);
        List<String> before = practice.headlines(client);

        practice.at("2026-12-01T12:00");

        assertThat(practice.headlines(client).stream().filter(FIRST::equals)).isEmpty();
        assertThat(before).doesNotContain(FIRST);
    }

    @Test
    void what_is_booked_late_is_reminded_of_five_minutes_later() {
        clock.moveTo(Practice.moscow("2026-12-01T13:00"));
        practice.booked("2026-12-01T20:00");

        practice.at("2026-12-01T13:04");
        assertThat(practice.headlines(client)).isEmpty();
        practice.at("2026-12-01T13:05");

        assertThat(practice.headlines(client)).containsExactly(FIRST);
    }

    @Test
    void after_a_downtime_one_reminder_goes_and_the_next_counts_from_it() {
        practice.booked("2026-12-02T10:00");
        practice.run();

        practice.at("2026-12-01T19:40");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T21:59");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T22:40");
        practice.at("2026-12-02T07:59");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-02T08:00");

        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND);
    }

    @Test
    void after_a_downtime_past_the_start_nothing_goes_and_nothing_is_cancelled() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.run();

        practice.at("2026-12-02T10:00");
        practice.at("2026-12-02T12:00");

        assertThat(practice.headlines(client)).isEmpty();
        assertThat(practice.status(booking)).isEqualTo("PENDING");
    }

    @Test
    void after_a_downtime_an_answer_that_waits_at_telegram_is_heard_before_anything_is_cancelled() {
        JsonNode booking = practice.booked("2026-12-03T10:00");
        for (String time : List.of("12:00", "15:00", "18:00")) {
            practice.at("2026-12-02T" + time);
        }

        practice.at("2026-12-02T21:30");
        assertThat(practice.status(booking)).isEqualTo("PENDING");
        practice.at("2026-12-02T21:39");
        assertThat(practice.status(booking)).isEqualTo("PENDING");
        practice.at("2026-12-02T21:40");

        assertThat(practice.status(booking)).isEqualTo("CANCELLED");
    }

    @Test
    void who_cannot_be_reached_is_never_cancelled_and_the_trainer_is_told_once() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.block(client, true);

        practice.at("2026-12-01T12:00");
        for (String time : List.of("12:01", "15:00", "18:00", "21:00")) {
            practice.at("2026-12-01T" + time);
        }

        assertThat(practice.headlines(client)).isEmpty();
        assertThat(practice.headlines(trainer)).containsExactly(UNREACHABLE);
        assertThat(practice.status(booking)).isEqualTo("PENDING");
    }

    @Test
    void who_blocks_the_bot_after_a_reminder_is_not_cancelled_either() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        practice.block(client, true);

        practice.at("2026-12-01T15:00");
        practice.at("2026-12-01T18:00");
        practice.at("2026-12-01T21:00");

        assertThat(practice.headlines(trainer)).containsExactly(UNREACHABLE);
        assertThat(practice.status(booking)).isEqualTo("PENDING");
    }

    @Test
    void what_one_account_could_not_be_told_the_one_it_becomes_part_of_hears() {
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.block(client, true);
        practice.at("2026-12-01T12:00");
        assertThat(practice.headlines(trainer)).containsExactly(UNREACHABLE);
        Person reachable = practice.newClient("Ксения");

        becomesPartOf(reachable);

        practice.run();
        assertThat(practice.headlines(reachable)).containsExactly(FIRST);
        for (String time : List.of("15:00", "18:00", "21:00")) {
            practice.at("2026-12-01T" + time);
        }
        assertThat(practice.status(booking)).isEqualTo("CANCELLED");
    }

    @Test
    void what_is_on_its_way_to_one_account_comes_to_the_one_it_becomes_part_of() {
        practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        jdbc.sql("UPDATE reminder SET state = 'HANDED_OVER', delivered_at = NULL WHERE id = ?")
                .param(practice.lastReminder())
                .update();
        Person other = practice.newClient("Ксения");

        becomesPartOf(other);

        practice.run();
        assertThat(practice.headlines(other)).containsExactly(FIRST);
    }

    /** The client's account is merged into another one. */
    private void becomesPartOf(Person other) {
        long ada = 5_200_000_001L; // a super-admin, as IntegrationTest names them
        long userId = users.seen(Bot.STAFF, new TelegramPerson(ada, "Ада", null, null, "ru"), null)
                .userId();
        assertThat(merge.merge(new Caller(userId, ada), practice.userId(client), practice.userId(other)))
                .isEmpty();
    }

    @Test
    void settings_apply_to_what_has_not_been_sent() {
        practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        assertThat(practice.settings(Map.of("reminders", ladder(1, 5, null, null)))
                        .status())
                .isEqualTo(200);

        practice.at("2026-12-01T15:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T17:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND);
        practice.settings(Map.of("reminders", ladder(1, 5, 4, null)));
        practice.at("2026-12-01T21:00");

        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void settings_that_come_back_on_find_the_sessions_again() {
        practice.settings(Map.of("reminders", off()));
        practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        assertThat(practice.headlines(client)).isEmpty();

        practice.settings(Map.of("reminders", ladder(1, 3, 3, 3)));
        practice.run();

        assertThat(practice.headlines(client)).containsExactly(FIRST);
    }

    @Test
    void quiet_hours_are_by_the_clients_clock_and_a_new_zone_of_theirs_is_heeded() {
        practice.booked("2026-12-02T20:00");
        practice.run();
        practice.as(client).put("/users/profile", Map.of("timezone", "Asia/Kamchatka")); // at 12:00 it is 21:00 there

        practice.at("2026-12-01T12:00");
        practice.at("2026-12-01T15:00"); // midnight
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T22:59");
        assertThat(practice.headlines(client)).containsExactly(FIRST);
        practice.at("2026-12-01T23:00");

        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND);
    }

    @Test
    void quiet_hours_that_the_client_leaves_end_for_them_at_once() {
        practice.as(client).put("/users/profile", Map.of("timezone", "Pacific/Auckland"));
        practice.booked("2026-12-02T20:00");
        practice.at("2026-12-01T12:00"); // 22:00 there
        assertThat(practice.headlines(client)).isEmpty();

        practice.as(client).put("/users/profile", Map.of("timezone", "Europe/Moscow"));
        practice.run();

        assertThat(practice.headlines(client)).containsExactly(FIRST);
    }

    @Test
    void a_clients_own_booking_that_awaits_the_trainer_is_not_reminded_of() {
        practice.settings(Map.of("self_booking", "request"));
        JsonNode booking = practice.booked("2026-12-02T10:00");
        practice.confirmed(booking);
        practice.at("2026-12-01T12:00");

        assertThat(practice.headlines(client)).doesNotContain(FIRST);
    }

    @Test
    void runs_at_once_send_each_reminder_once() throws Exception {
        List<Person> clients = new ArrayList<>();
        for (int hour = 8; hour < 20; hour++) {
            Person person = practice.newClient("Клиент");
            clients.add(person);
            practice.booked(person, "2026-12-02T%02d:00".formatted(hour));
        }
        practice.run();
        clock.moveTo(Practice.moscow("2026-12-01T12:00"));

        Together.atOnce(Collections.nCopies(4, (Callable<Integer>) () -> due.handle(3)));
        practice.run();

        assertThat(clients)
                .allSatisfy(person -> assertThat(practice.headlines(person)).containsExactly(FIRST));
    }

    @Test
    void a_run_that_is_cut_off_has_sent_nothing_and_the_next_one_sends_all() {
        practice.booked("2026-12-02T10:00");
        practice.booked("2026-12-02T12:00");
        practice.run();
        clock.moveTo(Practice.moscow("2026-12-01T12:00"));

        transactions.executeWithoutResult(run -> {
            assertThat(due.handle(50)).isEqualTo(2);
            run.setRollbackOnly();
        });
        practice.settle();
        assertThat(practice.headlines(client)).isEmpty();
        practice.run();

        assertThat(practice.headlines(client)).containsExactly(FIRST, FIRST);
    }

    @Test
    void confirmations_during_a_run_are_never_followed_by_a_cancellation() throws Exception {
        JsonNode booking = practice.booked("2026-12-03T10:00");
        for (String time : List.of("12:00", "15:00", "18:00")) {
            practice.at("2026-12-02T" + time);
        }
        clock.moveTo(Practice.moscow("2026-12-02T21:00"));
        int version = practice.now(booking).path("version").asInt();
        var phone = practice.as(client);

        List<Integer> answers = Together.atOnce(List.of(
                () -> due.handle(50),
                () -> phone.put("/bookings/" + booking.path("id").asString() + "/confirm", Map.of("version", version))
                        .status()));
        practice.run();

        assertThat(practice.status(booking)).isEqualTo(answers.getLast() == 200 ? "CONFIRMED" : "CANCELLED");
    }

    @Test
    void what_comes_of_a_reminder_counts_once() {
        practice.booked("2026-12-02T10:00");
        practice.at("2026-12-01T12:00");
        long id = practice.lastReminder();

        reminders.undeliverable(id);
        reminders.withdrawn(id);
        reminders.delivered(id, clock.instant().plus(Duration.ofHours(1)));
        practice.settle();

        assertThat(practice.headlines(trainer)).isEmpty();
        assertThat(reminders.stillWanted(id)).isFalse();
        practice.at("2026-12-01T15:00");
        assertThat(practice.headlines(client)).containsExactly(FIRST, SECOND);
    }

    @Test
    void the_scheduler_sends_what_is_due() throws Exception {
        practice.booked("2026-12-02T10:00");
        practice.run();
        clock.moveTo(Practice.moscow("2026-12-01T12:00"));

        QuartzJobs.run(
                application,
                "send-reminders",
                () -> await().untilAsserted(
                                () -> assertThat(practice.headlines(client)).containsExactly(FIRST)));
    }

    static Map<String, Object> off() {
        return Map.of("enabled", false, "first_at", "12:00");
    }

    static Map<String, Object> ladder(
            Integer first, @Nullable Integer second, @Nullable Integer third, @Nullable Integer cancel) {
        Map<String, Object> ladder = new HashMap<>();
        ladder.put("enabled", true);
        ladder.put("first_days_before", first);
        ladder.put("first_at", "12:00");
        ladder.put("second_after_hours", second);
        ladder.put("third_after_hours", third);
        ladder.put("auto_cancel_after_hours", cancel);
        ladder.put("heads_up_hours_before", null);
        return ladder;
    }
}
