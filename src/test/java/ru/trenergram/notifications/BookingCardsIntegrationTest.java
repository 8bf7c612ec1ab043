package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.notifications.Chats.sees;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Person.Shown;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** The cards of bookings in both chats, through the bot and back (PRODUCT.md, "Notifications"). */
@IntegrationTest
class BookingCardsIntegrationTest {

    private static final String[] AGREED = {"Отменить", "Перенести", "Открыть"};
    private static final String[] CLOSED = {"Открыть"};

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_booking_of_a_client_is_a_card_in_both_chats() {
        var chats = new Chats(application);
        chats.booked();
        Shown trainers = sees(chats.trainer, "Новая тренировка", AGREED);
        assertThat(trainers.text()).isEqualTo("""
                        Новая тренировка
                        вт, 1 дек., 10:00–11:00
                        Клиент: Алиса
                        ✓ подтверждена · 2 500 ₽
                        Оплата спишется пн, 30 нояб., 22:00""".replace("2 500 ₽", "2\u00a0500\u00a0₽"));
        sees(chats.client, "Вы записаны", AGREED);
    }

    @Test
    void the_trainer_accepts_in_the_chat_and_the_client_hears_of_it() {
        var chats = new Chats(application);
        chats.selfBooking(SelfBooking.REQUEST);
        JsonNode booking = chats.booked();
        Shown waiting = sees(chats.client, "Просьба отправлена тренеру", AGREED);
        Shown asked = sees(chats.trainer, "Клиент просит записать", "Принять", "Отклонить", "Перенести", "Открыть");

        chats.trainer.presses("Принять");
        assertThat(sees(chats.trainer, "✓ подтверждена", AGREED).id()).isEqualTo(asked.id());
        Shown accepted = sees(chats.client, "Тренер подтвердил тренировку", AGREED);
        assertThat(accepted.id()).isNotEqualTo(waiting.id());
        await().untilAsserted(() ->
                assertThat(message(chats.client, waiting).buttons()).isEmpty());
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void the_client_confirms_a_move_and_only_the_trainer_gets_a_new_message() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown first = sees(chats.trainer, "Новая тренировка", AGREED);
        chats.put(chats.trainer, booking, Map.of("starts_at", "2026-12-01T12:00:00+03:00"));
        Shown moved = sees(chats.client, "Тренировку перенесли", "Подтвердить", "Отменить", "Перенести", "Открыть");
        assertThat(moved.text()).contains("вт, 1 дек., 12:00–13:00", "Было: вт, 1 дек., 10:00");
        assertThat(sees(chats.trainer, "◷ ждёт подтверждения", AGREED).id()).isEqualTo(first.id());

        chats.client.presses("Подтвердить");
        chats.client.sees("Тренировка подтверждена");
        assertThat(sees(chats.client, "✓ подтверждена", AGREED).id()).isEqualTo(moved.id());
        assertThat(sees(chats.trainer, "Клиент подтвердил тренировку", AGREED).id())
                .isNotEqualTo(first.id());
    }

    @Test
    void a_cancellation_is_asked_about_once_more() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, "Вы записаны", AGREED);
        chats.client.presses("Отменить");
        Shown question = sees(chats.client, "Отменить тренировку?", "Да, отменить", "Нет, оставить");
        assertThat(question.id()).isEqualTo(card.id());
        assertThat(question.text()).doesNotContain("не вернётся");
        chats.client.presses("Нет, оставить");
        sees(chats.client, "✓ подтверждена", AGREED);
        chats.client.presses("Отменить");
        chats.client.presses("Да, отменить");
        assertThat(sees(chats.client, "– отменена", CLOSED).id()).isEqualTo(card.id());
        sees(chats.trainer, "Тренировка отменена", CLOSED);
        assertThat(chats.now(booking).path("cancelled_by").asString()).isEqualTo("client");
    }

    @Test
    void who_cancels_after_the_charge_moment_is_told_that_the_money_stays() {
        var chats = new Chats(application);
        chats.booked();
        sees(chats.client, "Вы записаны", AGREED);
        sees(chats.trainer, "Новая тренировка", AGREED);
        clock.moveTo(Instant.parse("2026-11-30T20:00:00Z"));
        chats.client.presses("Отменить");
        assertThat(sees(chats.client, "Отменить тренировку?", "Да, отменить", "Нет, оставить")
                        .text())
                .contains("Оплата 2\u00a0500\u00a0₽ не вернётся");
        chats.trainer.presses("Отменить");
        assertThat(sees(chats.trainer, "Отменить тренировку?", "Да, отменить", "Нет, оставить")
                        .text())
                .contains("сама клиенту не вернётся");
    }

    @Test
    void an_old_button_changes_nothing_and_shows_how_it_stands() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, "Вы записаны", AGREED);
        long copy = chats.copy(chats.client, card);
        chats.put(chats.trainer, booking, Map.of("note", "Возьмите коврик"));
        await().untilAsserted(
                        () -> assertThat(message(chats.client, card).text()).contains("Заметка: Возьмите коврик"));

        chats.client.pressesData(copy, card.data("Отменить"));
        chats.client.sees("За это время всё изменилось");
        assertThat(sees(chats.client, "Возьмите коврик", AGREED).id()).isEqualTo(copy);
        await().untilAsserted(
                        () -> assertThat(message(chats.client, card).buttons()).isEmpty());
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_button_pressed_twice_does_its_work_once_and_says_so() {
        var chats = new Chats(application);
        chats.selfBooking(SelfBooking.REQUEST);
        JsonNode booking = chats.booked();
        Shown asked = sees(chats.trainer, "Клиент просит записать", "Принять", "Отклонить", "Перенести", "Открыть");
        String accept = asked.data("Принять");
        long copy = chats.copy(chats.trainer, asked);
        chats.trainer.pressesData(asked.id(), accept);
        chats.trainer.pressesData(copy, accept);
        chats.trainer.sees("Тренировка подтверждена");
        chats.trainer.sees("Это уже сделано");
        assertThat(chats.now(booking).path("version").asInt())
                .isEqualTo(booking.path("version").asInt() + 1);
        sees(chats.client, "Тренер подтвердил тренировку", AGREED);
    }

    @Test
    void what_can_no_longer_be_done_is_said() {
        var chats = new Chats(application);
        chats.booked();
        sees(chats.client, "Вы записаны", AGREED);
        clock.moveTo(Instant.parse("2026-12-01T07:30:00Z"));
        chats.client.presses("Отменить");
        chats.client.sees("Сделать это уже нельзя");
        sees(chats.client, "✓ подтверждена", CLOSED);
    }

    @Test
    void a_stranger_and_a_made_up_button_get_a_sensible_answer() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, "Вы записаны", AGREED);
        Person stranger = chats.newcomer("Пётр", "ru");
        long copy = chats.copy(stranger, card);
        stranger.pressesData(copy, card.data("Отменить"));
        stranger.sees("Этой тренировки больше нет, или она не ваша");
        for (String data :
                new String[] {"bk", "bk:c:x:0", "bk:c:" + "_".repeat(22) + ":0", "bk:z:" + "A".repeat(22) + ":0"}) {
            long made = chats.copy(stranger, new Shown(0, "x", java.util.List.of(), keyboard(data)));
            stranger.pressesData(made, data);
            stranger.sees("Этой тренировки больше нет, или она не ваша");
        }
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
    }

    private static JsonNode keyboard(String data) {
        return tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .valueToTree(java.util.List.of(java.util.List.of(Map.of("text", "x", "callback_data", data))));
    }

    @Test
    void a_card_that_was_deleted_comes_again_and_is_edited_from_then_on() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, "Вы записаны", AGREED);
        chats.deletes(chats.client, card);
        chats.put(chats.trainer, booking, Map.of("note", "Раз"));
        Shown again = sees(chats.client, "Заметка: Раз", AGREED);
        assertThat(again.id()).isNotEqualTo(card.id());
        chats.put(chats.trainer, booking, Map.of("note", "Два"));
        assertThat(sees(chats.client, "Заметка: Два", AGREED).id()).isEqualTo(again.id());
    }

    @Test
    void the_charge_and_the_outcome_edit_both_cards_in_place() throws Exception {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        Shown clients = sees(chats.client, "Вы записаны", AGREED);
        Shown trainers = sees(chats.trainer, "Новая тренировка", AGREED);
        clock.moveTo(Instant.parse("2026-11-30T19:00:00Z"));
        QuartzJobs.run(application, "charge-bookings", () -> {
            assertThat(message(chats.client, clients).text()).contains("2\u00a0500\u00a0₽, оплата списана");
            assertThat(message(chats.trainer, trainers).text()).contains("оплата списана");
        });
        sees(chats.client, "Списано за тренировку", CLOSED);

        clock.moveTo(Instant.parse("2026-12-01T08:00:00Z"));
        QuartzJobs.run(application, "complete-bookings", () -> {
            assertThat(message(chats.client, clients).text()).contains("✓✓ проведена");
            assertThat(message(chats.trainer, trainers).text()).contains("✓✓ проведена");
        });
        chats.trainer.presses("Клиент не пришёл");
        chats.trainer.sees("Отметили неявку");
        await().untilAsserted(() -> {
            assertThat(message(chats.client, clients).text()).contains("! неявка");
            assertThat(message(chats.trainer, trainers).buttons()).containsExactly("Тренировка прошла", "Открыть");
        });
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("NO_SHOW");
    }

    @Test
    void a_booking_by_the_trainer_tells_nobody() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked(chats.trainer, Map.of());
        application
                .getBean(Bookings.class)
                .decline(
                        Actor.client(chats.id(chats.client)),
                        java.util.UUID.fromString(booking.path("id").asString()),
                        booking.path("version").asInt(),
                        null);
        sees(chats.trainer, "Запись отклонена", CLOSED);
        assertThat(chats.client.chat()).noneMatch(message -> message.text().contains("дек."));
    }

    @Test
    void at_night_messages_arrive_without_a_sound_by_the_recipients_clock() {
        var chats = new Chats(application);
        assertThat(chats.as(chats.client)
                        .put("/users/profile", Map.of("timezone", "Asia/Vladivostok"))
                        .status())
                .isEqualTo(200);
        clock.moveTo(Instant.parse("2026-11-30T14:00:00Z")); // 17:00 for the trainer, midnight for the client
        chats.booked();
        Shown card = sees(chats.client, "Вы записаны", AGREED);
        assertThat(card.text()).contains("у вас");
        sees(chats.trainer, "Новая тренировка", AGREED);
        assertThat(silent(chats.client, "Вы записаны")).isTrue();
        assertThat(silent(chats.trainer, "Новая тренировка")).isFalse();
    }

    private boolean silent(Person person, String text) {
        return jdbc.sql("""
                        SELECT coalesce(payload ->> 'disable_notification', 'false')::boolean FROM telegram_outbox
                        WHERE chat_id = ? AND payload ->> 'text' LIKE '%' || ? || '%'""")
                .params(person.telegramId(), text)
                .query(Boolean.class)
                .single();
    }

    @Test
    void the_card_speaks_english_too() {
        var chats = new Chats(application, "en");
        chats.booked();
        assertThat(sees(chats.client, "You are booked", "Cancel", "Reschedule", "Open")
                        .text())
                .contains("Tue, 1 Dec, 10:00–11:00", "✓ confirmed · ₽2,500\nTo be charged Mon, 30 Nov, 22:00");
        chats.client.presses("Cancel");
        sees(chats.client, "Cancel this session?", "Yes, cancel", "No, keep it");
        chats.client.presses("Yes, cancel");
        chats.client.sees("The session is cancelled");
        sees(chats.client, "– cancelled", "Open");
    }

    @Test
    void the_buttons_lead_into_the_mini_app_at_this_booking() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        JsonNode keyboard = sees(chats.client, "Вы записаны", AGREED).keyboard();
        String page = "/client/" + chats.client.telegramId() + "#/booking/"
                + booking.path("id").asString();
        assertThat(keyboard.at("/1/1/web_app/url").asString()).endsWith(page);
        assertThat(keyboard.at("/1/0/web_app/url").asString()).endsWith(page + "/move");
        chats.selfBooking(SelfBooking.OFF);
        chats.put(chats.trainer, booking, Map.of("note", "Сама не переносит"));
        sees(chats.client, "Сама не переносит", "Отменить", "Открыть");
    }

    @Test
    void the_longest_texts_fit_into_a_message() {
        var chats = new Chats(application);
        JsonNode booking = chats.booked();
        sees(chats.client, "Вы записаны", AGREED);
        chats.put(chats.trainer, booking, Map.of("note", "<&>".repeat(333)));
        sees(chats.client, "<&><&>", AGREED);
    }

    private static Shown message(Person person, Shown known) {
        return person.chat().stream()
                .filter(message -> message.id() == known.id())
                .findFirst()
                .orElseThrow();
    }
}
