package ru.trenergram.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Trainers and clients of a test; everybody is new, so tests can share a database. */
final class Gym {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final AtomicLong IDS = new AtomicLong(7_700_000_000L);

    private final Api api;
    private final Users users;
    private final Trainers trainers;
    private final Roster roster;
    private final WorkingHours workingHours;
    private final Clubs clubs;
    private final ClubTrainers clubTrainers;
    private final MovableClock clock;
    private final Map<Sight, Api.Client> phones = new ConcurrentHashMap<>();

    /** @param application whose clock is put back to its start */
    Gym(ApplicationContext application) {
        this.api = application.getBean(Api.class);
        this.users = application.getBean(Users.class);
        this.trainers = application.getBean(Trainers.class);
        this.roster = application.getBean(Roster.class);
        this.workingHours = application.getBean(WorkingHours.class);
        this.clubs = application.getBean(Clubs.class);
        this.clubTrainers = application.getBean(ClubTrainers.class);
        this.clock = application.getBean(MovableClock.class);
        clock.moveTo(MovableClock.START);
    }

    private record Sight(Somebody somebody, Instant at) {}

    record Somebody(long telegramId, long userId) {}

    Somebody somebody(String name) {
        long telegramId = IDS.incrementAndGet();
        api.signedIn(telegramId, name);
        return new Somebody(telegramId, users.byTelegramId(telegramId).id());
    }

    /** A trainer of Moscow with sessions of 60 minutes at 2 500 ₽, who works every day from 9 to 18. */
    Somebody trainer() {
        return trainer(MOSCOW);
    }

    Somebody trainer(ZoneId zone) {
        Somebody trainer = somebody("Тренер");
        trainers.register(trainer.userId, Money.rubles(250_000), 60, zone, null);
        workingHours.replaceWeek(
                trainer.userId,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                        .toList(),
                0);
        return trainer;
    }

    Somebody clientOf(Somebody trainer) {
        Somebody client = somebody("Клиент");
        roster.join(trainer.userId, client.userId);
        return client;
    }

    /** A club with one location, at which the trainers work; its owner is new. */
    long club(Somebody owner, Somebody... trainersThere) {
        long club = clubs.found("Клуб", "Москва", "Тверская, 1", MOSCOW, "PRO", owner.userId);
        clubs.addLocation(club, "Зал на Тверской", "Тверская, 1");
        for (Somebody trainer : List.of(trainersThere)) {
            clubTrainers.apply(club, trainer.userId);
            clubTrainers.approve(owner.userId, club, trainer.userId);
        }
        return club;
    }

    void selfBooking(Somebody trainer, SelfBooking setting) {
        settings(trainer, Map.of("self_booking", setting.name().toLowerCase(java.util.Locale.ROOT)));
    }

    void settings(Somebody trainer, Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("version", trainers.get(trainer.userId).version());
        Answer answer = as(trainer).put("/users/trainer/" + trainer.telegramId + "/settings", body);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** With a token of this moment. */
    Api.Client as(Somebody somebody) {
        return phones.computeIfAbsent(
                new Sight(somebody, clock.instant()), sight -> api.signedIn(somebody.telegramId, "Кто-то"));
    }

    Api.Client nobody() {
        return api.nobody();
    }

    static Map<String, Object> wish(Somebody trainer, Somebody client, String startsAt) {
        return Map.of("trainer_id", trainer.telegramId, "client_id", client.telegramId, "starts_at", startsAt);
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
