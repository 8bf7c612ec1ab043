package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every week, every zone and everything that occupies a trainer. */
class FreeTimeTest {

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Moscow",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Africa/Cairo",
                    "America/Havana")
            .map(ZoneId::of)
            .toList();

    /** One of each seed: a week of hours, a date of 2026 and what is taken around it. */
    private record Case(WorkingTime time, LocalDate date, List<Span> taken, int minutes, int step) {}

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void free_and_occupied_time_together_are_the_working_time(long seed) {
        Case some = generate(seed);
        List<Span> working = some.time.on(some.date);

        List<Span> free = Span.subtract(working, some.taken);
        List<Span> occupied = intersection(working, Span.merge(some.taken));

        assertThat(Span.merge(Stream.concat(free.stream(), occupied.stream()).toList()))
                .isEqualTo(working);
        assertThat(free).allSatisfy(span -> assertThat(some.taken).noneMatch(span::overlaps));
        assertThat(minutes(free) + minutes(occupied)).isEqualTo(minutes(working));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_slot_lies_in_working_time_and_begins_on_its_date_at_a_time_that_exists(long seed) {
        Case some = generate(seed);

        List<Span> slots = some.time.grid(some.date, some.minutes, some.step);

        assertThat(slots).allSatisfy(slot -> {
            assertThat(some.time.covers(slot)).isTrue();
            LocalDateTime local = LocalDateTime.ofInstant(slot.startsAt(), some.time.zone());
            assertThat(local.toLocalDate()).isEqualTo(some.date);
            assertThat(minutes(List.of(slot))).isEqualTo(some.minutes);
        });
        assertThat(slots.stream().map(slot -> LocalDateTime.ofInstant(slot.startsAt(), some.time.zone())))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    private static Case generate(long seed) {
        var random = new Random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        List<Hours> week = week(random);
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        if (random.nextInt(3) == 0) { // a third of the cases on the days when the clocks change
            var transition =
                    zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
            date = transition == null ? date : transition.getDateTimeBefore().toLocalDate();
        }
        var time = new WorkingTime(week, exceptions(random, date), zone);
        return new Case(
                time, date, taken(random, time.day(date)), 10 + 5 * random.nextInt(30), 5 + 5 * random.nextInt(24));
    }

    private static List<Hours> week(Random random) {
        List<Hours> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                int from = 5 * random.nextInt(287);
                int to = random.nextInt(5) == 0 ? Hours.DAY : Math.min(Hours.DAY, from + 5 + 5 * random.nextInt(100));
                var next = new Hours(day, from, to);
                if (week.stream().noneMatch(next::overlaps)) {
                    week.add(next);
                }
            }
        }
        return week;
    }

    private static List<WorkingException> exceptions(Random random, LocalDate date) {
        List<WorkingException> exceptions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean off = random.nextBoolean();
            boolean whole = off && random.nextInt(3) == 0;
            int from = 5 * random.nextInt(287);
            exceptions.add(new WorkingException(
                    i,
                    off ? WorkingException.Kind.OFF : WorkingException.Kind.EXTRA,
                    date.minusDays(random.nextInt(3)),
                    date.plusDays(random.nextInt(3)),
                    whole ? null : from,
                    whole ? null : Math.min(Hours.DAY, from + 5 + 5 * random.nextInt(100)),
                    null,
                    0));
        }
        return exceptions;
    }

    private static List<Span> taken(Random random, Span day) {
        List<Span> taken = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Instant from = day.startsAt().plusSeconds(300L * (random.nextInt(310) - 12));
            taken.add(new Span(from, from.plusSeconds(300L * (1 + random.nextInt(36)))));
        }
        return taken;
    }

    private static List<Span> intersection(List<Span> some, List<Span> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(one::overlaps)
                        .map(other -> new Span(
                                later(one.startsAt(), other.startsAt()), earlier(one.endsAt(), other.endsAt()))))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static long minutes(List<Span> spans) {
        return spans.stream()
                .mapToLong(span ->
                        (span.endsAt().getEpochSecond() - span.startsAt().getEpochSecond()) / 60)
                .sum();
    }
}
