package ru.trenergram.balances;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** A trainer of Moscow with sessions at 2 500 ₽, charged 12 hours before, and one client; both new to the database. */
final class Practice {

    static final String TOMORROW_TEN = "2026-12-01T10:00:00+03:00";
    static final Instant CHARGE_MOMENT = Instant.parse("2026-11-30T19:00:00Z");

    private static final AtomicLong IDS = new AtomicLong(7_900_000_000L);

    final Somebody trainer;
    final Somebody client;

    private final ApplicationContext application;
    private final Api api;
    private final MovableClock clock;
    private final Map<Sight, Api.Client> phones = new ConcurrentHashMap<>();

    record Somebody(long telegramId, long userId) {}

    private record Sight(Somebody somebody, Instant at) {}

    /** @param application whose clock is put back to its start */
    Practice(ApplicationContext application) {
        this.application = application;
        this.api = application.getBean(Api.class);
        this.clock = application.getBean(MovableClock.class);
        clock.moveTo(MovableClock.START);
        this.trainer = trainer();
        this.client = clientOf(trainer);
    }

    Somebody somebody() {
        long telegramId = IDS.incrementAndGet();
        api.signedIn(telegramId, "Кто-то");
        return new Somebody(
                telegramId,
                application.getBean(Users.class).byTelegramId(telegramId).id());
    }

    Somebody trainer() {
        Somebody trainer = somebody();
        application
                .getBean(Trainers.class)
                .register(trainer.userId, Money.rubles(250_000), 60, ZoneId.of("Europe/Moscow"), null);
        application
                .getBean(WorkingHours.class)
                .replaceWeek(
                        trainer.userId,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                                .toList(),
                        0);
        return trainer;
    }

    Somebody clientOf(Somebody trainer) {
        Somebody client = somebody();
        application.getBean(Roster.class).join(trainer.userId, client.userId);
        return client;
    }

    /** With a token of this moment. */
    Api.Client as(Somebody somebody) {
        return phones.computeIfAbsent(
                new Sight(somebody, clock.instant()), sight -> api.signedIn(somebody.telegramId, "Кто-то"));
    }

    String money() {
        return money(trainer, client);
    }

    static String money(Somebody trainer, Somebody client) {
        return "/users/trainer/" + trainer.telegramId + "/client/" + client.telegramId;
    }

    static Map<String, Object> sum(Object amount) {
        return Map.of("amount", Map.of("amount", amount, "currency", "RUB"));
    }

    /** Booked by the client, agreed at once. */
    JsonNode confirmed(String startsAt) {
        return booked(client, startsAt, Map.of());
    }

    /** Booked by the trainer: the client is asked. */
    JsonNode pending(String startsAt, Map<String, Object> terms) {
        return booked(trainer, startsAt, terms);
    }

    private JsonNode booked(Somebody by, String startsAt, Map<String, Object> terms) {
        Map<String, Object> wish = new HashMap<>(terms);
        wish.put("trainer_id", trainer.telegramId);
        wish.put("client_id", client.telegramId);
        wish.put("starts_at", startsAt);
        Answer answer = as(by).post("/bookings", wish);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }

    Answer put(Somebody by, JsonNode booking, String action) {
        return as(by).put(
                        path(booking) + "/" + action,
                        Map.of("version", booking.path("version").asInt()));
    }

    /** Moved by the trainer: the client is asked. */
    JsonNode moved(JsonNode booking, String startsAt) {
        Answer answer = as(trainer)
                .put(path(booking), Map.of("version", booking.path("version").asInt(), "starts_at", startsAt));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }

    static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }

    boolean isCharged(JsonNode booking) {
        return as(client).get(path(booking)).json().path("charged").asBoolean();
    }

    /** The newest first. */
    JsonNode ledger() {
        return as(client).get(money() + "/ledger").json().path("items");
    }

    /** As the roster shows it. */
    long balance() {
        JsonNode row = as(trainer)
                .get("/users/trainer/" + trainer.telegramId + "/clients")
                .json()
                .path("items")
                .path(0);
        return row.path("balance").path("amount").asLong();
    }

    /** What the bot has for the client. */
    String messages() {
        return String.join(
                "\n",
                application
                        .getBean(JdbcClient.class)
                        .sql("SELECT payload ->> 'text' FROM telegram_outbox WHERE chat_id = ? ORDER BY id")
                        .param(client.telegramId)
                        .query(String.class)
                        .list());
    }
}
