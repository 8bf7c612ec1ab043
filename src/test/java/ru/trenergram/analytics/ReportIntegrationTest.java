package ru.trenergram.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.analytics.Studio.Somebody;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.JsonNode;

/** The figures of random trainers against a count that goes through everything one by one, minute by minute. */
@IntegrationTest
class ReportIntegrationTest {

    private static final long SEED = 20_261_121;
    private static final List<String> STATUSES = List.of("PENDING", "CONFIRMED", "COMPLETED", "CANCELLED", "NO_SHOW");

    @Autowired
    ApplicationContext application;

    private record Session(Somebody client, Instant start, Instant end, String status) {}

    private record Block(Instant start, Instant end) {}

    private record Entry(Somebody client, String kind, long amount, Instant at) {}

    private record Past(
            List<Session> sessions, List<Block> blocks, List<Entry> entries, List<Instant> joined, List<Hours> week) {}

    @ParameterizedTest
    @CsvSource({
        "Europe/Moscow,    2026-10-15, 2026-11-10",
        "Europe/Berlin,    2026-10-20, 2026-11-03", // 25 October has 25 hours
        "America/New_York, 2026-03-01, 2026-03-20", // 8 March has 23 hours
        "America/New_York, 2026-10-20, 2026-11-10" // 1 November has 25 hours
    })
    void figures_are_those_that_a_plain_count_gives(ZoneId zone, LocalDate from, LocalDate to) {
        var studio = new Studio(application, zone);
        Past past = past(studio, zone, from.minusDays(3), to.plusDays(4), new Random(SEED));

        JsonNode report =
                studio.phone.get(studio.path("?from=" + from + "&to=" + to)).json();

        assertThat(report.path("timezone").asString()).isEqualTo(zone.getId());
        List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
        assertThat(report.path("days").valueStream().map(day -> day.path("date").asString()))
                .as("seed %d", SEED)
                .containsExactlyElementsOf(
                        dates.stream().map(LocalDate::toString).toList());
        for (int day = 0; day < dates.size(); day++) {
            check(past, zone, report.path("days").path(day).path("figures"), dates.subList(day, day + 1));
        }
        check(past, zone, report.path("total"), dates);
        assertThat(topClients(report)).isEqualTo(topClients(past, zone, from, to));
    }

    @Test
    void an_empty_period_is_all_zeros_and_has_no_occupancy() {
        var studio = new Studio(application, ZoneId.of("Europe/Moscow"));

        JsonNode report =
                studio.phone.get(studio.path("?from=2026-11-01&to=2026-11-02")).json();

        JsonNode total = report.path("total");
        assertThat(total.path("sessions").path("no_show").asInt(-1)).isZero();
        assertThat(total.at("/income/amount").asInt(-1)).isZero();
        assertThat(total.at("/received/currency").asString()).isEqualTo("RUB");
        assertThat(total.path("new_clients").asInt(-1)).isZero();
        assertThat(total.path("occupancy").isNull()).isTrue();
        assertThat(report.path("days").size()).isEqualTo(2);
        assertThat(report.path("top_clients").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02,  2026-12-01,  to,   range",
        "2025-12-01,  2026-12-02,  to,   too_long",
        "1999-12-31,  2026-12-01,  from, date_range",
        "2026-12-01,  2100-01-01,  to,   date_range",
        "+999999999-12-31, +999999999-12-31, from, date_range",
        "tomorrow,    2026-12-01,  from, type",
        "'',          2026-12-01,  from, required",
        "2026-02-30,  2026-12-01,  from, type"
    })
    void a_period_that_makes_no_sense_is_refused_with_its_field(String from, String to, String field, String code) {
        var studio = new Studio(application, ZoneId.of("Europe/Moscow"));
        String query = "?from=" + from.replace("+", "%2B") + "&to=" + to.replace("+", "%2B");

        for (String call : List.of("", "/export.csv", "/export.xlsx")) {
            Answer answer = studio.phone.get(studio.path(call + query));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.fieldError(field)).as(answer.toString()).isEqualTo(code);
        }
    }

    @Test
    void a_leap_year_is_the_longest_period() {
        var studio = new Studio(application, ZoneId.of("Europe/Moscow"));

        Answer year = studio.phone.get(studio.path("?from=2028-01-01&to=2028-12-31"));

        assertThat(year.status()).isEqualTo(200);
        assertThat(year.json().path("days").size()).isEqualTo(366);
    }

    /** Sessions and blocks follow each other, so that nothing overlaps; cancelled ones lie anywhere. */
    private Past past(Studio studio, ZoneId zone, LocalDate from, LocalDate to, Random random) {
        Instant first = from.atStartOfDay(zone).toInstant();
        Instant last = to.atStartOfDay(zone).toInstant();
        List<Somebody> clients = new ArrayList<>();
        List<Instant> joined = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            joined.add(between(first, last, random));
            clients.add(studio.client("Клиент " + i, joined.getLast()));
        }
        List<Session> sessions = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Instant at = first;
        while (at.isBefore(last)) {
            Instant start = at.plus(Duration.ofMinutes(15L * random.nextInt(20)));
            at = start.plus(Duration.ofMinutes(30 + 15L * random.nextInt(7)));
            if (random.nextInt(6) == 0) {
                blocks.add(new Block(start, at));
                studio.block(start, at);
            } else {
                String status = STATUSES.get(random.nextInt(5));
                var session = new Session(clients.get(random.nextInt(clients.size())), start, at, status);
                sessions.add(session);
                studio.session(session.client, start, at, status, 250_000, null);
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (Session session : sessions) {
            if (!session.status.equals("PENDING")) {
                entries.add(new Entry(session.client, "CHARGE", -1 - random.nextInt(500_000), session.start));
            }
            Somebody anybody = clients.get(random.nextInt(clients.size()));
            entries.add(new Entry(anybody, "TOPUP", 1 + random.nextInt(900_000), between(first, last, random)));
            entries.add(
                    new Entry(anybody, "ADJUSTMENT", random.nextInt(200_000) - 250_000, between(first, last, random)));
        }
        entries.forEach(entry -> studio.entry(entry.client, entry.kind, entry.amount, entry.at, null));
        List<Hours> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != DayOfWeek.WEDNESDAY) {
                week.add(Hours.of(day, LocalTime.of(1, 0), LocalTime.of(5, 0))); // over the change of the clocks
                week.add(Hours.of(day, LocalTime.of(9, 30), LocalTime.of(21, 0)));
            }
        }
        application.getBean(WorkingHours.class).replaceWeek(studio.trainer.userId(), week, 0);
        return new Past(sessions, blocks, entries, joined, week);
    }

    private static Instant between(Instant first, Instant last, Random random) {
        return first.plusSeconds(random.nextLong(Duration.between(first, last).toSeconds()));
    }

    private static void check(Past past, ZoneId zone, JsonNode figures, List<LocalDate> dates) {
        Predicate<Instant> on = moment -> dates.contains(LocalDate.ofInstant(moment, zone));
        for (String status : STATUSES) {
            assertThat(figures.path("sessions")
                            .path(status.toLowerCase(java.util.Locale.ROOT))
                            .asLong(-1))
                    .as("%s on %s, seed %d", status, dates, SEED)
                    .isEqualTo(past.sessions.stream()
                            .filter(session -> session.status.equals(status) && on.test(session.start))
                            .count());
        }
        assertThat(figures.at("/income/amount").asLong())
                .isEqualTo(past.entries.stream()
                        .filter(entry -> !entry.kind.equals("TOPUP") && on.test(entry.at))
                        .mapToLong(entry -> -entry.amount)
                        .sum());
        assertThat(figures.at("/received/amount").asLong())
                .isEqualTo(past.entries.stream()
                        .filter(entry -> entry.kind.equals("TOPUP") && on.test(entry.at))
                        .mapToLong(Entry::amount)
                        .sum());
        assertThat(figures.path("new_clients").asLong(-1))
                .isEqualTo(past.joined.stream().filter(on).count());
        checkMinutes(past, zone, figures, dates);
    }

    private static void checkMinutes(Past past, ZoneId zone, JsonNode figures, List<LocalDate> dates) {
        long working = 0;
        long occupied = 0;
        Instant end = dates.getLast().plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant minute = dates.getFirst().atStartOfDay(zone).toInstant();
                minute.isBefore(end);
                minute = minute.plusSeconds(60)) {
            Instant now = minute;
            ZonedDateTime local = minute.atZone(zone);
            int wall = local.getHour() * 60 + local.getMinute();
            boolean works = past.week.stream()
                    .anyMatch(hours ->
                            hours.weekday() == local.getDayOfWeek() && hours.from() <= wall && wall < hours.to());
            boolean blocked =
                    past.blocks.stream().anyMatch(block -> !now.isBefore(block.start) && now.isBefore(block.end));
            if (works && !blocked) {
                working++;
                occupied += past.sessions.stream()
                        .filter(session -> !session.status.equals("CANCELLED"))
                        .filter(session -> !now.isBefore(session.start) && now.isBefore(session.end))
                        .count();
            }
        }
        assertThat(figures.path("working_minutes").asLong(-1)).as("%s", dates).isEqualTo(working);
        assertThat(figures.path("occupied_minutes").asLong(-1)).as("%s", dates).isEqualTo(occupied);
        if (working > 0) {
            assertThat(figures.path("occupancy").asDouble()).isEqualTo((double) occupied / working);
        }
    }

    private static List<String> topClients(JsonNode report) {
        return report.path("top_clients")
                .valueStream()
                .map(top -> top.at("/client/telegram_id") + " " + top.path("sessions") + " " + top.at("/income/amount"))
                .toList();
    }

    private static List<String> topClients(Past past, ZoneId zone, LocalDate from, LocalDate to) {
        record Top(Somebody client, long sessions, long income) {}
        Predicate<Instant> within = moment -> {
            LocalDate date = LocalDate.ofInstant(moment, zone);
            return !date.isBefore(from) && !date.isAfter(to);
        };
        return past.sessions.stream()
                .map(Session::client)
                .distinct()
                .map(client -> new Top(
                        client,
                        past.sessions.stream()
                                .filter(session -> session.client.equals(client) && within.test(session.start))
                                .filter(session -> session.status.equals("COMPLETED"))
                                .count(),
                        past.entries.stream()
                                .filter(entry -> entry.client.equals(client) && within.test(entry.at))
                                .filter(entry -> !entry.kind.equals("TOPUP"))
                                .mapToLong(entry -> -entry.amount)
                                .sum()))
                .filter(top -> top.sessions > 0 || top.income > 0)
                .sorted(Comparator.comparingLong(Top::income)
                        .thenComparingLong(Top::sessions)
                        .reversed()
                        .thenComparing(top -> top.client.userId()))
                .limit(10)
                .map(top -> top.client.telegramId() + " " + top.sessions + " " + top.income)
                .toList();
    }
}
