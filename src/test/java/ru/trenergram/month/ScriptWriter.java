package ru.trenergram.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.trenergram.month.Script.Client;
import ru.trenergram.month.Script.Deed;
import ru.trenergram.month.Script.Ladder;
import ru.trenergram.month.Script.Session;
import ru.trenergram.month.Script.Trainer;
import ru.trenergram.month.Script.What;
import ru.trenergram.trainers.SelfBooking;

/** Writes a {@link Script} from a seed. No two sessions ever want the same hour of a trainer. */
final class ScriptWriter {

    private static final int TRAINERS = 20;
    private static final int CLIENTS = 300;
    private static final int DAYS = 32;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Their clocks change within the month, by an hour or by half of one, to and fro; those of the last two never. */
    private static final List<ZoneId> ZONES = zones(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Europe/Moscow",
            "Asia/Kathmandu");

    private static final List<ZoneId> CLIENTS_ZONES =
            zones("Australia/Sydney", "Europe/Berlin", "America/New_York", "Pacific/Chatham", "Asia/Tokyo");

    private final Random random;
    private final Map<Trainer, List<Instant>> freeHours = new HashMap<>();

    private ScriptWriter(long seed) {
        this.random = new Random(seed);
    }

    static Script write(long seed, int sessions) {
        return new ScriptWriter(seed).script(seed, sessions);
    }

    private Script script(long seed, int count) {
        List<Trainer> trainers = new ArrayList<>();
        for (int i = 0; i < TRAINERS; i++) {
            trainers.add(trainer(8_100_000_000L + i, ZONES.get(i % ZONES.size())));
        }
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(client(8_200_000_000L + i, trainers.get(i % TRAINERS)));
        }
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(session(i, clients.get(random.nextInt(CLIENTS))));
        }
        return new Script(seed, trainers, clients, sessions);
    }

    private Trainer trainer(long telegramId, ZoneId zone) {
        boolean usual = chance(50);
        // not in an hour that comes twice, in which they would begin twice
        LocalTime quietFrom = usual ? LocalTime.of(22, 0) : time(4, 23);
        LocalTime quietTo = usual ? LocalTime.of(8, 0) : chance(15) ? quietFrom : chance(50) ? time(2, 3) : time(0, 24);
        Trainer trainer = new Trainer(
                telegramId,
                zone,
                chance(85) ? 100_000 + random.nextInt(200_000) : 0,
                30 + 15 * random.nextInt(3),
                SelfBooking.values()[random.nextInt(3)],
                List.of(0, 2, 12, 12, 24, 48).get(random.nextInt(6)),
                ladder(),
                quietFrom,
                quietTo);
        freeHours.put(trainer, hours(zone));
        return trainer;
    }

    private Ladder ladder() {
        return new Ladder(
                chance(95),
                chance(92) ? 1 + random.nextInt(3) : null,
                chance(60) ? time(9, 20) : time(0, 24),
                hours(75, 12),
                hours(70, 8),
                hours(80, 8),
                hours(75, 5));
    }

    private Client client(long telegramId, Trainer trainer) {
        boolean blocks = chance(12);
        Instant from = blocks ? Script.FROM.plus(Duration.ofHours(random.nextInt(20 * 24))) : Script.UNTIL;
        return new Client(
                telegramId,
                trainer,
                chance(25) ? CLIENTS_ZONES.get(random.nextInt(CLIENTS_ZONES.size())) : null,
                from,
                blocks ? from.plus(Duration.ofHours(1 + random.nextInt(15 * 24))) : Script.UNTIL);
    }

    private Session session(int number, Client client) {
        Trainer trainer = client.trainer();
        boolean byClient = trainer.selfBooking() != SelfBooking.OFF && chance(35);
        Instant startsAt = hour(trainer, Script.FROM.plus(Duration.ofHours(1)));
        Instant bookedAt = earlier(startsAt, chance(10) ? 3 : chance(35) ? 24 : 8 * 24);
        List<Deed> deeds = new ArrayList<>();
        answer(deeds, byClient, bookedAt, startsAt);
        Instant start = startsAt;
        while (chance(25)) {
            Instant at = between(bookedAt, start);
            boolean clientMoves = chance(35);
            start = hour(trainer, at);
            deeds.add(new Deed(at, clientMoves ? What.CLIENT_MOVES : What.TRAINER_MOVES, start));
            answer(deeds, clientMoves, at, start);
        }
        if (chance(14)) {
            deed(deeds, chance(50) ? What.TRAINER_CANCELS : What.CLIENT_CANCELS, between(bookedAt, start));
        }
        if (chance(12)) {
            deed(deeds, What.TRAINER_COMPLETES, between(start, start.plus(Duration.ofHours(40))));
        }
        if (chance(10)) {
            deed(deeds, What.TRAINER_MARKS_NO_SHOW, between(start, start.plus(Duration.ofHours(chance(50) ? 1 : 30))));
        }
        return new Session(number, client, byClient, bookedAt, startsAt, oneAtATime(bookedAt, deeds));
    }

    /** To what the other side asks, if any; now and then it comes late. */
    private void answer(List<Deed> deeds, boolean trainersTurn, Instant asked, Instant start) {
        if (chance(35)) {
            return;
        }
        Instant at = between(asked, chance(90) ? start : start.plus(Duration.ofHours(80)));
        boolean agrees = chance(80);
        deed(
                deeds,
                trainersTurn
                        ? (agrees ? What.TRAINER_ACCEPTS : What.TRAINER_DECLINES)
                        : (agrees ? What.CLIENT_CONFIRMS : What.CLIENT_DECLINES),
                at);
    }

    /** Who comes first in one moment is not for this script to say. */
    private static List<Deed> oneAtATime(Instant bookedAt, List<Deed> deeds) {
        Map<Instant, Deed> byMoment = new TreeMap<>();
        deeds.stream()
                .filter(deed -> deed.at().isAfter(bookedAt))
                .forEach(deed -> byMoment.putIfAbsent(deed.at(), deed));
        return List.copyOf(byMoment.values());
    }

    private static void deed(List<Deed> deeds, What what, Instant at) {
        deeds.add(new Deed(at, what, null));
    }

    /** One after a moment that nobody else gets. */
    private Instant hour(Trainer trainer, Instant after) {
        Iterator<Instant> hours = freeHours.get(trainer).iterator();
        while (hours.hasNext()) {
            Instant hour = hours.next();
            if (hour.isAfter(after)) {
                hours.remove();
                return hour;
            }
        }
        throw new IllegalStateException("No hours left");
    }

    /** By day on the trainer's wall, in a random order; at the half hour for every second trainer. */
    private List<Instant> hours(ZoneId zone) {
        Duration offset = Duration.ofMinutes(chance(50) ? 0 : 30);
        List<Instant> hours = new ArrayList<>();
        for (int i = 2; i < DAYS * 24; i++) {
            Instant hour = Script.FROM.plus(Duration.ofHours(i)).plus(offset);
            int there = hour.atZone(zone).getHour();
            if (there >= 5 && there < 22) {
                hours.add(hour);
            }
        }
        Collections.shuffle(hours, random);
        return hours;
    }

    private Instant earlier(Instant moment, int hours) {
        Instant earliest = moment.minus(Duration.ofHours(hours));
        return between(earliest.isBefore(Script.FROM) ? Script.FROM : earliest, moment);
    }

    /** By the quarter of an hour, before the later one. */
    private Instant between(Instant one, Instant other) {
        int quarters = (int) Duration.between(one, other).dividedBy(QUARTER);
        return one.plus(QUARTER.multipliedBy(random.nextInt(Math.max(1, quarters))));
    }

    private @Nullable Integer hours(int percent, int most) {
        return chance(percent) ? 1 + random.nextInt(most) : null;
    }

    private LocalTime time(int fromHour, int toHour) {
        return LocalTime.of(fromHour + random.nextInt(toHour - fromHour), 5 * random.nextInt(12));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static List<ZoneId> zones(String... ids) {
        return List.of(ids).stream().map(ZoneId::of).toList();
    }
}
