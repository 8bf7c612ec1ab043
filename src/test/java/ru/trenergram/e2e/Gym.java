package ru.trenergram.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import ru.trenergram.support.Api;
import ru.trenergram.support.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The people of the browser tests of the Mini Apps, and what they do beside them, through the API: a trainer of the demo
 * data, who has no sessions of his own there, and as many new clients as are wanted.
 */
final class Gym {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final long TIMUR = 6_000_000_014L;
    static final long ANNA = 6_000_000_011L;
    static final long DARIA = 6_000_000_013L;

    private static final Map<String, Object> USUAL = Map.of(
            "self_booking",
            "instant",
            "charge_hours_before",
            12,
            "min_notice_hours",
            2,
            "about",
            "Готовлю к первому полумарафону и возвращаю в бег после перерыва. Занятия в парке и на дорожке.",
            "specialties",
            List.of("бег", "выносливость", "растяжка"),
            "place",
            "Парк Горького, главный вход");

    /** Tests book on different days, so that none finds its own one full. Timur's book is open for 30. */
    private static final int DAYS = 25;

    private static int days;

    private final PackagedApplication application;
    private final Api api;
    private final Api.Client timur;

    Gym(PackagedApplication application) {
        this.application = application;
        this.api = application.api();
        this.timur = signedIn(TIMUR);
        timurSets(USUAL);
    }

    /** Somebody new, who has a chat with the bot and nothing else. */
    record Client(long id, String name, Api.Client api, String initData) {}

    Client newcomer(String name, String language) {
        Person person = Person.named(name, language, api);
        person.sends("/start");
        long id = person.telegramId();
        return new Client(id, name, signedIn(id), initData(id));
    }

    /** Signed by the simulator, with all that Telegram says of an account. */
    String initData(long telegramId) {
        return done(api.nobody().post(api.address("/simulator/api/chats/main/" + telegramId + "/init-data"), Map.of()))
                .path("init_data")
                .asString("");
    }

    private Api.Client signedIn(long telegramId) {
        JsonNode token = done(api.nobody().post("/auth/telegram", Map.of("init_data", initData(telegramId))));
        return api.withToken(token.path("access_token").asString(""));
    }

    /** Somebody new on the rosters of these trainers. */
    Client clientOf(String name, long... trainers) {
        Client client = newcomer(name, "ru");
        for (long trainer : trainers) {
            done(client.api().post("/users/me/trainers", Map.of("code", "trainer_" + trainer)));
        }
        return client;
    }

    void timurSets(Map<String, Object> settings) {
        JsonNode profile = done(timur.get("/users/trainer/" + TIMUR));
        Map<String, Object> change = new HashMap<>(settings);
        change.put("version", profile.path("version").asInt());
        done(timur.put("/users/trainer/" + TIMUR + "/settings", change));
    }

    void timurSets(String name, Object value) {
        timurSets(Map.of(name, value));
    }

    static synchronized LocalDate anotherDay() {
        days = days % DAYS + 1;
        return LocalDate.now(MOSCOW).plusDays(days + 1);
    }

    /** Where Timur is free on a day, in order. */
    List<String> free(LocalDate day) {
        JsonNode slots = done(timur.get("/slots/trainer/" + TIMUR + "?from=" + day + "&to=" + day));
        return StreamSupport.stream(slots.path("days").path(0).path("slots").spliterator(), false)
                .map(slot -> slot.path("starts_at").asString(""))
                .toList();
    }

    /** Timur writes somebody down; they have to confirm it. */
    JsonNode timurBooks(Client client, String start) {
        return done(timur.post("/bookings", Map.of("trainer_id", TIMUR, "client_id", client.id(), "starts_at", start)));
    }

    /** The client takes a free time themselves. */
    JsonNode books(Client client, long trainer, String start) {
        return done(client.api()
                .post("/bookings", Map.of("trainer_id", trainer, "client_id", client.id(), "starts_at", start)));
    }

    void confirms(Client client, JsonNode booking) {
        done(client.api()
                .put(
                        "/bookings/" + booking.path("id").asString("") + "/confirm",
                        Map.of("version", booking.path("version").asInt())));
    }

    void timurCancels(JsonNode booking, String reason) {
        done(timur.delete("/bookings/" + booking.path("id").asString("") + "?version="
                + booking.path("version").asInt() + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8)));
    }

    void timurTopsUp(Client client, long rubles, String comment) {
        done(timur.post(
                "/users/trainer/" + TIMUR + "/client/" + client.id() + "/topup",
                Map.of("amount", Map.of("amount", rubles * 100, "currency", "RUB"), "comment", comment)));
    }

    JsonNode balanceWithTimur(Client client) {
        return done(client.api().get("/users/trainer/" + TIMUR + "/client/" + client.id() + "/ledger"))
                .path("items");
    }

    Api api() {
        return api;
    }

    PackagedApplication application() {
        return application;
    }

    /** As the day's button is named: “ср 2 декабря”. */
    static String dayName(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d MMMM", Locale.of("ru")).format(day);
    }

    /** «10:00» of an instant with its offset. */
    static String clock(String start) {
        return start.substring(11, 16);
    }

    private static JsonNode done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.http().body().isEmpty() ? NullNode.getInstance() : answer.json();
    }
}
