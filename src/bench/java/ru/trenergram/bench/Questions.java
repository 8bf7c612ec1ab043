package ru.trenergram.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is asked of the service; the same for every run of a day, and in the same order. */
final class Questions {

    /** Trainers who are asked for, and never booked, so that both databases keep the same answers for them. */
    static final int UNTOUCHED = 10;

    private static final long SEED = 20_261_201L;
    private static final List<Integer> FREE_DAYS =
            List.of(29, 59); // behind the seeded sessions, before the furthest day
    private static final int DAYS = 30;
    private static final Pattern SLOT = Pattern.compile("\"starts_at\":\"([^\"]+)\",\"ends_at\":\"([^\"]+)\"");

    private final LocalDate today;
    private final Tokens tokens;

    Questions(LocalDate today, Tokens tokens) {
        this.today = today;
        this.tokens = tokens;
    }

    /** A client looks for a free time: one week of every trainer. */
    List<Call> weeks() {
        Random random = new Random(SEED);
        return IntStream.rangeClosed(1, People.TRAINERS)
                .mapToObj(trainer -> week(trainer, random))
                .toList();
    }

    /** Ten weeks of each of the first trainers. */
    List<Call> weeksOfFew() {
        Random random = new Random(SEED);
        return IntStream.range(0, UNTOUCHED * 10)
                .mapToObj(i -> week(i % UNTOUCHED + 1, random))
                .toList();
    }

    private Call week(int trainer, Random random) {
        LocalDate from = today.plusDays(random.nextInt(1, 15));
        int client = People.client(trainer, random.nextInt(People.CLIENTS_EACH));
        return slots(trainer, client, from, from.plusDays(6));
    }

    private Call slots(int trainer, int client, LocalDate from, LocalDate to) {
        return Call.get(
                "/api/v1/slots/trainer/" + People.trainerTelegram(trainer) + "?from=" + from + "&to=" + to,
                tokens.of(People.clientTelegram(client)));
    }

    /** Every trainer opens a day, past or coming. */
    List<Call> days() {
        Random random = new Random(SEED);
        return IntStream.rangeClosed(1, People.TRAINERS)
                .mapToObj(trainer -> Call.get(
                        "/api/v1/slots/trainer/" + People.trainerTelegram(trainer) + "/day/"
                                + today.plusDays(random.nextInt(-7, 15)),
                        tokens.of(People.trainerTelegram(trainer))))
                .toList();
    }

    /** Times that do not overlap, in random order; half are asked for by the client, half by the trainer. */
    List<Wish> wishes(Service service) {
        List<Wish> wishes = new ArrayList<>();
        for (int trainer = UNTOUCHED + 1; trainer <= People.TRAINERS; trainer++) {
            for (int day : FREE_DAYS) {
                LocalDate from = today.plusDays(day);
                Call free = slots(trainer, People.client(trainer, 0), from, from.plusDays(DAYS - 1));
                addWishes(wishes, trainer, service.answer(free));
            }
        }
        wishes.forEach(this::caller); // signs in before anything is measured
        Collections.shuffle(wishes, new Random(SEED));
        return wishes;
    }

    private static void addWishes(List<Wish> wishes, int trainer, String slots) {
        Instant free = Instant.EPOCH;
        for (var slot = SLOT.matcher(slots); slot.find(); ) {
            Instant start = OffsetDateTime.parse(slot.group(1)).toInstant();
            if (!start.isBefore(free)) {
                free = OffsetDateTime.parse(slot.group(2)).toInstant();
                boolean byTrainer = wishes.size() % 2 == 0;
                int client = People.client(trainer, byTrainer ? wishes.size() % People.CLIENTS_EACH : 0);
                wishes.add(new Wish(trainer, client, start, byTrainer));
            }
        }
    }

    Call booking(Wish wish) {
        String body = "{\"trainer_id\":%d,\"client_id\":%d,\"starts_at\":\"%s\"}"
                .formatted(
                        People.trainerTelegram(wish.trainer()), People.clientTelegram(wish.client()), wish.startsAt());
        return new Call("/api/v1/bookings", caller(wish), UUID.randomUUID().toString(), body, 201);
    }

    private String caller(Wish wish) {
        return tokens.of(
                wish.byTrainer() ? People.trainerTelegram(wish.trainer()) : People.clientTelegram(wish.client()));
    }
}
