package ru.trenergram.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Together.atOnce;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingImport;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;

/** Calendar feeds as calendar applications read them. */
@IntegrationTest
class CalendarFeedIntegrationTest {

    private static final AtomicLong IDS = new AtomicLong(7_310_000_000L);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    @Autowired
    BookingImport imports;

    @Autowired
    JdbcClient jdbc;

    private final Map<Long, Api.Client> phones = new HashMap<>();
    private long trainer;
    private long client;

    @BeforeEach
    void a_trainer_of_moscow_and_a_client() {
        clock.moveTo(MovableClock.START);
        trainer = somebody("Анна");
        client = somebody("Борис");
        trainers.register(id(trainer), Money.rubles(250_000), 60, ZoneId.of("Europe/Moscow"), null);
        roster.join(id(trainer), id(client));
    }

    @Test
    void both_see_a_booking_with_each_other() throws Exception {
        JsonNode booking = booked("2026-12-01T10:00:00+03:00");

        VEvent trainers = only(calendar(trainer));
        VEvent clients = only(calendar(client));

        assertThat(trainers.getSummary().getValue()).isEqualTo("◷ Тренировка: Борис");
        assertThat(clients.getSummary().getValue()).isEqualTo("◷ Тренировка, тренер Анна");
        assertThat(trainers.getUid())
                .isEqualTo(clients.getUid())
                .hasValueSatisfying(uid ->
                        assertThat(uid.getValue()).isEqualTo(booking.path("id").asString() + "@trenergram"));
        assertThat(start(trainers)).isEqualTo(Instant.parse("2026-12-01T07:00:00Z"));
        assertThat(trainers.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(file(trainer)).contains("DTSTART;TZID=Europe/Moscow:20261201T100000\r\n");
    }

    @Test
    void the_uid_stays_and_the_sequence_rises_with_every_change() throws Exception {
        JsonNode booking = booked("2026-12-01T10:00:00+03:00");
        String path = "/bookings/" + booking.path("id").asString();
        VEvent first = only(calendar(client));

        clock.advance(Duration.ofMinutes(1));
        phone(client).put(path + "/confirm", Map.of("version", 0));
        VEvent confirmed = only(calendar(client));
        phone(trainer).put(path, Map.of("version", 1, "starts_at", "2026-12-02T12:00:00+03:00"));
        VEvent moved = only(calendar(client));
        phone(client).delete(path + "?version=2");
        VEvent cancelled = only(calendar(client));

        List<VEvent> all = List.of(first, confirmed, moved, cancelled);
        assertThat(all)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .containsOnly(booking.path("id").asString() + "@trenergram");
        assertThat(all).extracting(event -> event.getSequence().getSequenceNo()).containsExactly(0, 1, 2, 3);
        assertThat(all)
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("TENTATIVE", "CONFIRMED", "TENTATIVE", "CANCELLED");
        assertThat(start(moved)).isEqualTo(Instant.parse("2026-12-02T09:00:00Z"));
        assertThat(first.getLastModified().getDate()).isEqualTo(MovableClock.START);
        assertThat(confirmed.getLastModified().getDate()).isEqualTo(MovableClock.START.plusSeconds(60));
    }

    @Test
    void a_feed_that_has_not_changed_is_not_sent_again() {
        booked("2026-12-01T10:00:00+03:00");
        String url = url(client);
        Answer first = api.nobody().get(url);
        String etag = first.http().headers().firstValue("ETag").orElseThrow();

        clock.advance(Duration.ofMinutes(20));
        Answer same = api.nobody().sending("If-None-Match", etag).get(url);
        booked("2026-12-02T10:00:00+03:00");
        Answer changed = api.nobody().sending("If-None-Match", etag).get(url);

        assertThat(first.http().headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(first.http().headers().firstValue("Cache-Control").orElse(""))
                .contains("private");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.http().body()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void after_a_rotation_the_former_address_is_dead_at_once() {
        String former = url(client);
        assertThat(url(client)).isEqualTo(former);

        JsonNode rotated =
                phone(client).post("/users/me/calendar/rotate", Map.of()).json();

        assertThat(api.nobody().get(former).status()).isEqualTo(404);
        assertThat(api.nobody().get(url(client)).status()).isEqualTo(200);
        assertThat(rotated.path("url").asString()).isNotEqualTo(former).endsWith(".ics");
        assertThat(rotated.path("webcal_url").asString())
                .startsWith("webcal://")
                .endsWith(".ics");
    }

    @Test
    void who_asks_many_times_at_once_has_one_feed() throws Exception {
        Api.Client phone = phone(client);
        Callable<String> asking =
                () -> phone.get("/users/me/calendar").json().path("url").asString();

        List<String> urls = atOnce(Stream.generate(() -> asking).limit(20).toList());

        assertThat(new HashSet<>(urls)).hasSize(1);
    }

    @Test
    void what_is_no_secret_is_not_found() {
        for (String secret : List.of("x", "a".repeat(27), "'%20OR%20true--", "%D0%B6".repeat(27), "_".repeat(2000))) {
            assertThat(api.nobody().get("/calendar/" + secret + ".ics").status())
                    .as(secret)
                    .isEqualTo(404);
        }
    }

    @Test
    void somebody_without_bookings_has_a_feed_that_can_be_read() throws Exception {
        Calendar calendar = calendar(client);

        assertThat(calendar.getComponents("VEVENT")).isEmpty();
        assertThat(calendar.getComponents()).isNotEmpty();
    }

    @Test
    void bookings_of_the_last_90_days_and_of_all_the_future_are_in_it() throws Exception {
        for (long days : List.of(-91L, -89L, 1L, 400L)) {
            imported(MovableClock.START.plus(days, ChronoUnit.DAYS), BookingStatus.CANCELLED);
        }

        assertThat(calendar(trainer).getComponents("VEVENT")).hasSize(3);
    }

    @Test
    void it_speaks_the_language_of_its_reader_and_a_trainer_is_also_somebodys_client() throws Exception {
        booked("2026-12-01T10:00:00+03:00");
        long other = somebody("Vera");
        trainers.register(id(other), Money.rubles(250_000), 60, ZoneId.of("America/New_York"), null);
        roster.join(id(other), id(trainer));
        phone(other)
                .post(
                        "/bookings",
                        Map.of(
                                "trainer_id",
                                other,
                                "client_id",
                                trainer,
                                "starts_at",
                                "2026-12-01T11:00:00-05:00",
                                "note",
                                "Bring water, a towel; and time"));
        phone(trainer).put("/users/profile", Map.of("language", "en"));

        Calendar calendar = calendar(trainer);

        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("◷ Session: Борис", "◷ Session with Vera");
        assertThat(calendar.<VEvent>getComponents("VEVENT")
                        .getLast()
                        .getDescription()
                        .getValue())
                .isEqualTo("◷ awaits confirmation\nBring water, a towel; and time");
        assertThat(calendar.<VTimeZone>getComponents("VTIMEZONE"))
                .extracting(zone -> zone.getTimeZoneId().getValue())
                .containsExactly("America/New_York", "Europe/Moscow");
    }

    @Test
    void a_thousand_bookings_are_read_in_a_moment_and_keep_to_the_rules_of_the_format() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            imported(MovableClock.START.plus(3 * i, ChronoUnit.HOURS), BookingStatus.CONFIRMED);
        }
        String url = url(trainer);
        String file = api.nobody().get(url).http().body();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            api.nobody().get(url);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(parsed(file).getComponents("VEVENT")).hasSize(1_000);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500)); // the suite shares its processors
    }

    @Test
    void an_erased_person_has_no_feed() {
        String url = url(client);
        jdbc.sql("UPDATE users SET telegram_id = NULL WHERE id = ?")
                .param(id(client))
                .update();

        assertThat(api.nobody().get(url).status()).isEqualTo(404);
    }

    private JsonNode booked(String startsAt) {
        Answer answer = phone(trainer)
                .post("/bookings", Map.of("trainer_id", trainer, "client_id", client, "starts_at", startsAt));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private void imported(Instant startsAt, BookingStatus status) {
        imports.add(new BookingImport.Imported(
                id(trainer), id(client), startsAt, Duration.ofHours(1), status, null, Money.rubles(0), null));
    }

    private long somebody(String name) {
        long telegramId = IDS.incrementAndGet();
        phones.put(telegramId, api.signedIn(telegramId, name));
        return telegramId;
    }

    private Api.Client phone(long telegramId) {
        return java.util.Objects.requireNonNull(phones.get(telegramId));
    }

    private long id(long telegramId) {
        return users.byTelegramId(telegramId).id();
    }

    /** Its path, as this server is at a port of its own. */
    private String url(long telegramId) {
        return phone(telegramId)
                .get("/users/me/calendar")
                .json()
                .path("url")
                .asString()
                .replaceFirst("https?://[^/]+/api/v1", "");
    }

    private String file(long telegramId) {
        return api.nobody().get(url(telegramId)).http().body();
    }

    private Calendar calendar(long telegramId) throws Exception {
        return parsed(file(telegramId));
    }

    private static Calendar parsed(String file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar;
    }

    private static VEvent only(Calendar calendar) {
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Instant start(VEvent event) {
        return ZonedDateTime.from(event.<Temporal>getDateTimeStart().getDate()).toInstant();
    }
}
