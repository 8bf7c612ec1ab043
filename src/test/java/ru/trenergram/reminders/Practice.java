package ru.trenergram.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** A trainer of Moscow and a client who both chat with the bot; it is Monday, 12:00. */
final class Practice {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    final Person trainer;
    final Person client;

    private final ApplicationContext application;
    private final Api api;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    /** @param application whose clock is put back to its start */
    Practice(ApplicationContext application) {
        this.application = application;
        this.api = application.getBean(Api.class);
        this.clock = application.getBean(MovableClock.class);
        this.jdbc = application.getBean(JdbcClient.class);
        clock.moveTo(MovableClock.START);
        trainer = person("Тимур");
        application.getBean(Trainers.class).register(userId(trainer), Money.rubles(250_000), 60, MOSCOW, null);
        client = newClient("Ксения");
    }

    Person newClient(String name) {
        Person person = person(name);
        application.getBean(Roster.class).join(userId(trainer), userId(person));
        return person;
    }

    private Person person(String name) {
        Person person = Person.named(name, "ru", api);
        person.sends("/start");
        person.sees("Кто вы?");
        return person;
    }

    long userId(Person person) {
        return application
                .getBean(Users.class)
                .byTelegramId(person.telegramId())
                .id();
    }

    /** With a token of this moment. */
    Api.Client as(Person person) {
        return api.signedIn(person.telegramId(), "Кто-то");
    }

    JsonNode booked(String startsAt) {
        return booked(client, startsAt);
    }

    /** By the trainer: the client is asked. */
    JsonNode booked(Person client, String startsAt) {
        return done(
                as(trainer)
                        .post(
                                "/bookings",
                                Map.of(
                                        "trainer_id",
                                        trainer.telegramId(),
                                        "client_id",
                                        client.telegramId(),
                                        "starts_at",
                                        moscow(startsAt).toString())),
                201);
    }

    JsonNode moved(JsonNode booking, String startsAt) {
        return done(
                as(trainer)
                        .put(
                                path(booking),
                                Map.of(
                                        "version",
                                        now(booking).path("version").asInt(),
                                        "starts_at",
                                        moscow(startsAt).toString())),
                200);
    }

    JsonNode confirmed(JsonNode booking) {
        return done(
                as(client)
                        .put(
                                path(booking) + "/confirm",
                                Map.of("version", now(booking).path("version").asInt())),
                200);
    }

    void cancelled(JsonNode booking) {
        done(
                as(trainer)
                        .delete(path(booking) + "?version="
                                + now(booking).path("version").asInt()),
                200);
    }

    JsonNode now(JsonNode booking) {
        return as(trainer).get(path(booking)).json();
    }

    String status(JsonNode booking) {
        return now(booking).path("status").asString();
    }

    Answer settings(Map<String, ?> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put(
                "version",
                application.getBean(Trainers.class).get(userId(trainer)).version());
        return as(trainer).put("/users/trainer/" + trainer.telegramId() + "/settings", body);
    }

    void block(Person person, boolean blocked) {
        api.nobody()
                .post(
                        api.address("/simulator/api/chats/main/" + person.telegramId() + "/block"),
                        Map.of("blocked", blocked));
    }

    /** It is this time in Moscow, and everything has happened that happens then. */
    void at(String local) {
        clock.moveTo(moscow(local));
        run();
    }

    /** Runs the job, lets the bot send and report, and runs it again, so that what follows is planned. */
    void run() {
        for (int i = 0; i < 2; i++) {
            settle();
            runJob();
        }
        settle();
    }

    void runJob() {
        while (application.getBean(DueReminders.class).handle(50) > 0) {
            // the rest
        }
    }

    /** Waits until every event has been heard and every message sent. */
    void settle() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(jdbc.sql("""
                                        SELECT (SELECT count(*) FROM event_publication)
                                            + (SELECT count(*) FROM telegram_outbox WHERE state IN ('QUEUED', 'SENDING'))
                                        """).query(Long.class).single()).isZero());
    }

    /** The headlines of what the bot has told somebody about bookings. */
    List<String> headlines(Person person) {
        return jdbc.sql("""
                        SELECT substring(payload ->> 'text' FROM '<b>(.*?)</b>') FROM telegram_outbox
                        WHERE chat_id = ? AND state = 'SENT' AND dedupe_key ~ '^(booking|reminder|unreachable):'
                        ORDER BY id
                        """).param(person.telegramId()).query(String.class).list();
    }

    boolean lastIsSilent(Person person) {
        return jdbc.sql("""
                        SELECT coalesce((payload ->> 'disable_notification')::boolean, false) FROM telegram_outbox
                        WHERE chat_id = ? AND dedupe_key LIKE 'reminder:%' ORDER BY id DESC LIMIT 1
                        """).param(person.telegramId()).query(Boolean.class).single();
    }

    long lastReminder() {
        return jdbc.sql("SELECT max(id) FROM reminder").query(Long.class).single();
    }

    static Instant moscow(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }

    private static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }

    private static JsonNode done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }
}
