package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.notifications.Chats.sees;
import static ru.trenergram.support.Text.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Person.Shown;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.Text;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** The cards of bookings in both chats, through the bot and back (PRODUCT.md, "Notifications"). */
@IntegrationTest
class BookingCardsIntegrationTest {

    private static final String[] AGREED = {"Отменить", "Перенести", "Открыть"};
    private static final String[] CLOSED = {"Открыть"};

    /** The same in either language. */
    private static final Text[] OF_AGREED = {text("booking.do.cancel"), text("booking.do.move"), text("booking.open")};

    private static final Text[] OF_ASKED = {
        text("booking.do.accept"), text("booking.do.decline"), text("booking.do.move"), text("booking.open")
    };
    private static final Text[] OF_OFFERED = {
        text("booking.do.confirm"), text("booking.do.cancel"), text("booking.do.move"), text("booking.open")
    };
    private static final Text[] OF_CLOSED = {text("booking.open")};
    private static final Text CONFIRMED = text("booking.status.CONFIRMED");
    private static final Text CANCELLED = text("booking.status.CANCELLED");

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

    @InBothLanguages
    void the_trainer_accepts_in_the_chat_and_the_client_hears_of_it(String language) {
        var chats = new Chats(application, language);
        chats.selfBooking(SelfBooking.REQUEST);
        JsonNode booking = chats.booked();
        Shown waiting = sees(chats.client, text("booking.waiting"), OF_AGREED);
        Shown asked = sees(chats.trainer, text("booking.asked"), OF_ASKED);

        chats.trainer.presses(text("booking.do.accept"));
        chats.trainer.sees(text("booking.done.confirmed"));
        assertThat(sees(chats.trainer, CONFIRMED, OF_AGREED).id()).isEqualTo(asked.id());
        Shown accepted = sees(chats.client, text("booking.accepted"), OF_AGREED);
        assertThat(accepted.id()).isNotEqualTo(waiting.id());
        await().untilAsserted(() ->
                assertThat(message(chats.client, waiting).buttons()).isEmpty());
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
    }

    @InBothLanguages
    void the_trainer_declines_in_the_chat_after_a_second_thought(String language) {
        var chats = new Chats(application, language);
        chats.selfBooking(SelfBooking.REQUEST);
        JsonNode booking = chats.booked();
        sees(chats.client, text("booking.waiting"), OF_AGREED);
        Shown asked = sees(chats.trainer, text("booking.asked"), OF_ASKED);

        chats.trainer.presses(text("booking.do.decline"));
        sees(chats.trainer, text("booking.decline_question"), text("booking.do.refuse"), text("booking.do.keep"));
        chats.trainer.presses(text("booking.do.keep"));
        sees(chats.trainer, text("booking.status.PENDING.TRAINER"), OF_ASKED);
        chats.trainer.presses(text("booking.do.decline"));
        chats.trainer.presses(text("booking.do.refuse"));
        chats.trainer.sees(text("booking.done.given_up"));
        assertThat(sees(chats.trainer, CANCELLED, OF_CLOSED).id()).isEqualTo(asked.id());
        sees(chats.client, text("booking.declined"), OF_CLOSED);
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CANCELLED");
    }

    @InBothLanguages
    void the_client_confirms_a_move_and_only_the_trainer_gets_a_new_message(String language) {
        var chats = new Chats(application, language);
        JsonNode booking = chats.booked();
        Shown first = sees(chats.trainer, text("booking.new"), OF_AGREED);
        chats.put(chats.trainer, booking, Map.of("starts_at", "2026-12-01T12:00:00+03:00"));
        Shown moved = sees(chats.client, text("booking.moved"), OF_OFFERED);
        String was =
                DateTimeFormatter.ofPattern("EEE, d MMM", Locale.of(language)).format(LocalDate.of(2026, 12, 1));
        assertThat(moved.text())
                .contains(was + ", 12:00–13:00", chats.client.reads(text("booking.was", was + ", 10:00")));
        assertThat(sees(chats.trainer, text("booking.status.PENDING.CLIENT"), OF_AGREED)
                        .id())
                .isEqualTo(first.id());

        chats.client.sends("да");
        chats.client.sees(text("telegram.unknown_text"));
        chats.client.presses(text("booking.do.confirm"));
        chats.client.sees(text("booking.done.confirmed"));
        await().untilAsserted(
                        () -> assertThat(message(chats.client, moved).text()).contains(chats.client.reads(CONFIRMED)));
        assertThat(sees(chats.trainer, text("booking.confirmed"), OF_AGREED).id())
                .isNotEqualTo(first.id());
    }

    @InBothLanguages
    void a_cancellation_is_asked_about_once_more(String language) {
        var chats = new Chats(application, language);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, text("booking.made"), OF_AGREED);
        chats.client.presses(text("booking.do.cancel"));
        Shown question = sees(
                chats.client, text("booking.cancel_question"), text("booking.do.give_up"), text("booking.do.keep"));
        assertThat(question.id()).isEqualTo(card.id());
        assertThat(question.text()).doesNotContain("500");
        chats.client.presses(text("booking.do.keep"));
        sees(chats.client, CONFIRMED, OF_AGREED);
        chats.client.presses(text("booking.do.cancel"));
        chats.client.presses(text("booking.do.give_up"));
        chats.client.sees(text("booking.done.given_up"));
        assertThat(sees(chats.client, CANCELLED, OF_CLOSED).id()).isEqualTo(card.id());
        sees(chats.trainer, text("booking.cancelled"), OF_CLOSED);
        assertThat(chats.now(booking).path("cancelled_by").asString()).isEqualTo("client");
    }

    @InBothLanguages
    void who_cancels_after_the_charge_moment_is_told_that_the_money_stays(String language) {
        var chats = new Chats(application, language);
        chats.booked();
        sees(chats.client, text("booking.made"), OF_AGREED);
        sees(chats.trainer, text("booking.new"), OF_AGREED);
        clock.moveTo(Instant.parse("2026-11-30T20:00:00Z"));
        String price = Formats.money(Money.rubles(250_000), Locale.of(language));
        chats.client.presses(text("booking.do.cancel"));
        sees(chats.client, text("booking.money_stays", price), text("booking.do.give_up"), text("booking.do.keep"));
        chats.trainer.presses(text("booking.do.cancel"));
        sees(
                chats.trainer,
                text("booking.money_stays_with_you", price),
                text("booking.do.give_up"),
                text("booking.do.keep"));
    }

    @InBothLanguages
    void an_old_button_changes_nothing_and_shows_how_it_stands(String language) {
        var chats = new Chats(application, language);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, text("booking.made"), OF_AGREED);
        long copy = chats.copy(chats.client, card);
        chats.put(chats.trainer, booking, Map.of("note", "Возьмите коврик"));
        Text note = text("booking.note", "Возьмите коврик");
        await().untilAsserted(
                        () -> assertThat(message(chats.client, card).text()).contains(chats.client.reads(note)));

        chats.client.pressesData(copy, card.data(chats.client.reads(text("booking.do.cancel"))));
        chats.client.sees(text("booking.stale"));
        assertThat(sees(chats.client, note, OF_AGREED).id()).isEqualTo(copy);
        await().untilAsserted(
                        () -> assertThat(message(chats.client, card).buttons()).isEmpty());
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
    }

    @InBothLanguages
    void a_button_pressed_twice_does_its_work_once_and_says_so(String language) {
        var chats = new Chats(application, language);
        chats.selfBooking(SelfBooking.REQUEST);
        JsonNode booking = chats.booked();
        Shown asked = sees(chats.trainer, text("booking.asked"), OF_ASKED);
        String accept = asked.data(chats.trainer.reads(text("booking.do.accept")));
        long copy = chats.copy(chats.trainer, asked);
        chats.trainer.pressesData(asked.id(), accept);
        chats.trainer.pressesData(copy, accept);
        chats.trainer.sees(text("booking.done.confirmed"));
        chats.trainer.sees(text("booking.already"));
        assertThat(chats.now(booking).path("version").asInt())
                .isEqualTo(booking.path("version").asInt() + 1);
        sees(chats.client, text("booking.accepted"), OF_AGREED);
    }

    @InBothLanguages
    void what_can_no_longer_be_done_is_said(String language) {
        var chats = new Chats(application, language);
        chats.booked();
        sees(chats.client, text("booking.made"), OF_AGREED);
        clock.moveTo(Instant.parse("2026-12-01T07:30:00Z"));
        chats.client.presses(text("booking.do.cancel"));
        chats.client.sees(text("booking.too_late"));
        sees(chats.client, CONFIRMED, OF_CLOSED);
    }

    @InBothLanguages
    void a_stranger_and_a_made_up_button_get_a_sensible_answer(String language) {
        var chats = new Chats(application, language);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.client, text("booking.made"), OF_AGREED);
        Person stranger = chats.newcomer("Пётр", language);
        String cancel = card.data(chats.client.reads(text("booking.do.cancel")));
        long copy = chats.copy(stranger, card);
        stranger.pressesData(copy, cancel);
        stranger.sees(text("booking.not_yours"));
        for (String data :
                new String[] {"bk", "bk:c:x:0", "bk:c:" + "_".repeat(22) + ":0", "bk:z:" + "A".repeat(22) + ":0"}) {
            stranger.pressesStray(data);
            stranger.sees(text("booking.not_yours"));
        }
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("CONFIRMED");
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

    @InBothLanguages
    void who_has_it_on_another_day_reads_that_day_too(String language) {
        var chats = new Chats(application, language);
        assertThat(chats.as(chats.client)
                        .put("/users/profile", Map.of("timezone", "Asia/Vladivostok"))
                        .status())
                .isEqualTo(200);
        chats.booked(chats.client, Map.of("starts_at", "2026-12-01T17:00:00+03:00"));
        boolean russian = language.equals("ru");
        sees(
                chats.client,
                russian
                        ? "вт, 1 дек., 17:00–18:00 (Москва), ср, 2 дек., 00:00 у вас"
                        : "Tue, 1 Dec, 17:00–18:00 (Moscow), Wed, 2 Dec, 00:00 for you",
                Arrays.stream(OF_AGREED).map(chats.client::reads).toArray(String[]::new));
        sees(chats.trainer, text("booking.new"), OF_AGREED);
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
    void the_card_has_the_same_order_in_english() {
        var chats = new Chats(application, "en");
        chats.booked();
        sees(chats.client, text("booking.made"), OF_AGREED);
        assertThat(sees(chats.trainer, text("booking.new"), OF_AGREED).text()).isEqualTo("""
                        New session
                        Tue, 1 Dec, 10:00–11:00
                        Client: Алиса
                        ✓ confirmed · ₽2,500
                        To be charged Mon, 30 Nov, 22:00""");
    }

    @InBothLanguages
    void the_outcome_is_set_right_in_the_chat(String language) throws Exception {
        var chats = new Chats(application, language);
        JsonNode booking = chats.booked();
        Shown card = sees(chats.trainer, text("booking.new"), OF_AGREED);
        clock.moveTo(Instant.parse("2026-12-01T08:00:00Z"));
        QuartzJobs.run(application, "complete-bookings", () -> {
            assertThat(message(chats.trainer, card).text())
                    .contains(chats.trainer.reads(text("booking.status.COMPLETED")));
        });
        chats.trainer.presses(text("booking.do.no_show"));
        chats.trainer.sees(text("booking.done.no_show"));
        sees(chats.trainer, text("booking.status.NO_SHOW"), text("booking.do.complete"), text("booking.open"));
        chats.trainer.presses(text("booking.do.complete"));
        chats.trainer.sees(text("booking.done.completed"));
        sees(chats.trainer, text("booking.status.COMPLETED"), text("booking.do.no_show"), text("booking.open"));
        assertThat(chats.now(booking).path("status").asString()).isEqualTo("COMPLETED");
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
