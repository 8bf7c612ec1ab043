package ru.trenergram.api;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** One of each who may come: a trainer at a club, its owner, a client, and those who have nothing to do with them. */
final class Cast {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final AtomicLong IDS = new AtomicLong(7_600_000_000L);

    private final ApplicationContext application;
    private final Api api;
    private final long club;
    private final Somebody trainer;
    private final Somebody client;
    private final List<Somebody> all;

    /** How many bookings or rules there are: each gets a time of its own. */
    private int made;

    /** @param phone signed in, or not */
    record Somebody(String name, long telegramId, long userId, Api.Client phone) {}

    Cast(ApplicationContext application, Api api) {
        this.application = application;
        this.api = api;
        application.getBean(MovableClock.class).moveTo(MovableClock.START);
        trainer = trainer("trainer");
        client = clientOf(trainer, "client");
        Somebody otherTrainer = trainer("other trainer");
        Somebody othersClient = clientOf(otherTrainer, "other's client");
        Somebody owner = somebody("owner");
        Clubs clubs = application.getBean(Clubs.class);
        club = clubs.found("Клуб", "Москва", "Тверская, 1", MOSCOW, "PRO", owner.userId);
        clubs.addLocation(club, "Зал", "Тверская, 1");
        ClubTrainers clubTrainers = application.getBean(ClubTrainers.class);
        clubTrainers.apply(club, trainer.userId);
        clubTrainers.approve(owner.userId, club, trainer.userId);
        Somebody nobody = new Somebody("nobody", 1, 0, api.nobody());
        all = List.of(nobody, somebody("stranger"), othersClient, otherTrainer, owner, client, trainer);
    }

    /** In the order of the table's columns. */
    List<Somebody> all() {
        return all;
    }

    Somebody trainer() {
        return trainer;
    }

    /** The address of a call about the trainer, their client or a booking of theirs. */
    String somewhere(String path) {
        return address(path, "");
    }

    Answer make(Somebody caller, String method, String path, String body) {
        String address = address(path, body);
        return switch (method) {
            case "GET" -> caller.phone.get(address);
            case "DELETE" -> caller.phone.delete(address);
            default ->
                caller.phone.write(
                        method,
                        address,
                        body(body, caller),
                        java.util.UUID.randomUUID().toString());
        };
    }

    private String address(String path, String body) {
        String address = path.replace("{id}", path.contains("{id}") ? id(path) : "")
                .replace("{date}", "2026-12-02")
                .replace("{secret}", path.contains("{secret}") ? secret() : "")
                .replace("{trainer_id}", Long.toString(trainer.telegramId))
                .replace("{client_id}", Long.toString(client.telegramId))
                .replace("{telegram_id}", Long.toString((path.contains("/client/") ? client : trainer).telegramId));
        if (address.endsWith("/slots/trainer/" + trainer.telegramId) || address.endsWith("/days")) {
            return address + "?from=2026-12-02&to=2026-12-03";
        }
        if (path.contains("/analytics/") && !body.equals("export")) {
            return address + "?from=2026-12-01&to=2026-12-31";
        }
        return body.equals("seen") ? address + "?version=0" : address;
    }

    /** Of what the trainer has made for this call. */
    private String id(String path) {
        String kind = path.substring("/api/v1/".length(), path.indexOf("/{id}"));
        return switch (kind) {
            case "clubs" -> Long.toString(club);
            case "bookings" -> booking();
            case "slots/rules" -> rule();
            case "slots/exceptions" -> created(trainer.phone.post("/slots/exceptions", off()));
            case "slots/blocks" -> created(trainer.phone.post("/slots/blocks", block()));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Object body(String name, Somebody caller) {
        return switch (name) {
            case "sign" -> Map.of("init_data", api.initData(caller.telegramId, "Кто-то"));
            case "empty" -> Map.of();
            case "join" -> Map.of("code", "trainer_" + trainer.telegramId);
            case "change" -> Map.of("about", "О себе", "version", 0);
            case "preview" -> Map.of("starts_at", "2026-12-02T10:00:00+03:00");
            case "week" -> Map.of("rules", List.of(), "version", version(caller));
            case "rule" -> Map.of("weekday", 6, "from", "20:00", "to", "21:00");
            case "book" -> wish();
            case "off" -> off();
            case "block" -> block();
            case "move" -> Map.of("version", 0, "starts_at", "2026-12-04T%02d:00:00+03:00".formatted(9 + made++ / 2));
            case "money" -> Map.of("amount", Map.of("amount", 100, "currency", "RUB"), "reason", "Проверка");
            case "export" -> Map.of("format", "csv", "from", "2026-12-01", "to", "2026-12-31");
            case "first" -> Map.of("version", 0);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private int version(Somebody caller) {
        return application.getBean(WorkingHours.class).week(caller.userId).version();
    }

    private Map<String, Object> wish() {
        return Map.of(
                "trainer_id", trainer.telegramId,
                "client_id", client.telegramId,
                "starts_at", "2026-12-02T%02d:00:00+03:00".formatted(9 + made++));
    }

    private static Map<String, Object> off() {
        return Map.of("kind", "off", "date_from", "2026-12-24", "date_to", "2026-12-26");
    }

    private Map<String, Object> block() {
        String hour = "2026-12-05T%02d:".formatted(9 + made++);
        return Map.of("starts_at", hour + "00:00+03:00", "ends_at", hour + "30:00+03:00");
    }

    private String secret() {
        String url = trainer.phone.get("/users/me/calendar").json().path("url").asString();
        return url.replaceFirst(".*/([^/]+)\\.ics$", "$1");
    }

    private String booking() {
        return created(trainer.phone.post("/bookings", wish()));
    }

    private String rule() {
        String hour = "2%d:%d0".formatted(made / 5, made % 5);
        String end = "2%d:%d5".formatted(made / 5, made % 5);
        made++;
        return created(trainer.phone.post("/slots/rules", Map.of("weekday", 7, "from", hour, "to", end)));
    }

    private static String created(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json().path("id").asString();
    }

    private Somebody somebody(String name) {
        long telegramId = IDS.incrementAndGet();
        Api.Client phone = api.signedIn(telegramId, name);
        return new Somebody(
                name,
                telegramId,
                application.getBean(Users.class).byTelegramId(telegramId).id(),
                phone);
    }

    private Somebody trainer(String name) {
        Somebody somebody = somebody(name);
        application.getBean(Trainers.class).register(somebody.userId, Money.rubles(250_000), 60, MOSCOW, null);
        application
                .getBean(WorkingHours.class)
                .replaceWeek(
                        somebody.userId,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                                .toList(),
                        0);
        return somebody;
    }

    private Somebody clientOf(Somebody trainer, String name) {
        Somebody somebody = somebody(name);
        application.getBean(Roster.class).join(trainer.userId, somebody.userId);
        return somebody;
    }
}
