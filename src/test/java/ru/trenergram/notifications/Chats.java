package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.Money;
import ru.trenergram.base.Settings;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Person.Shown;
import ru.trenergram.support.Text;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** A trainer of Moscow at 2 500 ₽ and their client, both with the bot open; new to the database. */
final class Chats {

    static final String TOMORROW_TEN = "2026-12-01T10:00:00+03:00";

    final Person trainer;
    final Person client;

    private final ApplicationContext application;
    private final Api api;
    private final MovableClock clock;

    Chats(ApplicationContext application) {
        this(application, "ru");
    }

    /** @param application whose clock is put back to its start */
    Chats(ApplicationContext application, String language) {
        this.application = application;
        this.api = application.getBean(Api.class);
        this.clock = application.getBean(MovableClock.class);
        clock.moveTo(MovableClock.START);
        trainer = newcomer("Марина", language);
        application
                .getBean(Trainers.class)
                .register(id(trainer), Money.rubles(250_000), 60, ZoneId.of("Europe/Moscow"), null);
        application
                .getBean(WorkingHours.class)
                .replaceWeek(
                        id(trainer),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                                .toList(),
                        0);
        client = clientNamed("Алиса", language);
    }

    Person clientNamed(String name, String language) {
        Person person = newcomer(name, language);
        application.getBean(Roster.class).join(id(trainer), id(person));
        return person;
    }

    /** Somebody whom the bot knows. */
    Person newcomer(String name, String language) {
        Person person = Person.named(name, language, api);
        person.sends("/start");
        await().until(() -> !person.chat().isEmpty());
        return person;
    }

    long id(Person person) {
        return application
                .getBean(Users.class)
                .byTelegramId(person.telegramId())
                .id();
    }

    void selfBooking(SelfBooking setting) {
        var trainers = application.getBean(Trainers.class);
        Answer answer = as(trainer)
                .put(
                        "/users/trainer/" + trainer.telegramId() + "/settings",
                        Map.of(
                                "self_booking",
                                setting.name().toLowerCase(java.util.Locale.ROOT),
                                "version",
                                trainers.get(id(trainer)).version()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    Api.Client as(Person person) {
        return api.signedIn(person.telegramId(), person == trainer ? "Марина" : "Алиса");
    }

    /** Booked by the client; the trainer's setting decides what comes of it. */
    JsonNode booked() {
        return booked(client, Map.of());
    }

    JsonNode booked(Person by, Map<String, Object> terms) {
        Map<String, Object> wish = new HashMap<>(terms);
        wish.put("trainer_id", trainer.telegramId());
        wish.put("client_id", client.telegramId());
        wish.putIfAbsent("starts_at", TOMORROW_TEN);
        Answer answer = as(by).post("/bookings", wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    JsonNode now(JsonNode booking) {
        return as(trainer).get(path(booking)).json();
    }

    static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }

    /** Something is changed from a Mini App. */
    void put(Person by, JsonNode booking, Map<String, Object> change) {
        put(by, booking, "", change);
    }

    void put(Person by, JsonNode booking, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", now(booking).path("version").asInt());
        Answer answer = as(by).put(path(booking) + action, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** The newest message of a chat says this and has these buttons. */
    static Shown sees(Person person, String text, String... buttons) {
        await("“" + text + "” with " + List.of(buttons))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Shown last = person.chat().getLast();
                    assertThat(last.text()).contains(text);
                    assertThat(last.buttons()).containsExactly(buttons);
                });
        return person.chat().getLast();
    }

    /** The same with texts of the message bundles. */
    static Shown sees(Person person, Text text, Text... buttons) {
        return sees(
                person,
                person.reads(text),
                Arrays.stream(buttons).map(person::reads).toArray(String[]::new));
    }

    /** A copy of a card whose sending was never written down, which Telegram shows all the same. */
    long copy(Person person, Shown card) {
        String token = application.getBean(Settings.class).mainToken();
        Answer sent = api.nobody()
                .post(
                        api.address("/bot" + token + "/sendMessage"),
                        Map.of(
                                "chat_id", person.telegramId(),
                                "text", card.text(),
                                "reply_markup", Map.of("inline_keyboard", card.keyboard())));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        return sent.json().path("result").path("message_id").asLong();
    }

    void deletes(Person person, Shown message) {
        String token = application.getBean(Settings.class).mainToken();
        Answer deleted = api.nobody()
                .post(
                        api.address("/bot" + token + "/deleteMessage"),
                        Map.of("chat_id", person.telegramId(), "message_id", message.id()));
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
    }
}
