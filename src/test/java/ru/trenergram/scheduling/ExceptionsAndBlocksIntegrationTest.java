package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.scheduling.Gym.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.JsonNode;

/** Days off, extra hours, blocked time and the days in figures, over HTTP. */
@IntegrationTest
class ExceptionsAndBlocksIntegrationTest {

    @Autowired
    ApplicationContext application;

    private Gym gym;
    private Somebody trainer;
    private Somebody client;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
    }

    @Test
    void a_holiday_takes_the_slots_away_and_tells_what_is_booked_in_it() {
        String within = book(client, "2026-12-02T10:00:00+03:00");
        book(client, "2026-12-04T10:00:00+03:00");

        Answer answer = gym.as(trainer).post("/slots/exceptions", off("2026-12-01", "2026-12-03"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("conflicts")).hasSize(1);
        assertThat(answer.json().path("conflicts").path(0).path("id").asString())
                .isEqualTo(within);
        assertThat(slots("2026-12-01")).isEmpty();
        assertThat(slots("2026-12-03")).isEmpty();
        assertThat(slots("2026-12-04")).contains("09:00");
        assertThat(day("2026-12-02").path("off").asBoolean()).isTrue();
        assertThat(items("2026-12-02")).containsExactly("booking 10:00–11:00");
        assertThat(refusal(client, "2026-12-01T10:00:00+03:00")).isEqualTo("slot_unavailable");
        JsonNode warned = gym.as(trainer)
                .post("/bookings", wish(trainer, client, "2026-12-01T10:00:00+03:00"))
                .json();
        assertThat(warned.path("warnings").path(0).asString()).isEqualTo("outside_working_hours");
    }

    @Test
    void some_hours_off_and_extra_hours_change_what_is_offered() {
        gym.as(trainer).post("/slots/exceptions", hours("off", "2026-12-01", "09:00", "16:00"));
        gym.as(trainer).post("/slots/exceptions", hours("extra", "2026-12-01", "19:30", "20:30"));

        assertThat(slots("2026-12-01")).containsExactly("16:00", "16:30", "17:00", "19:30");
        assertThat(items("2026-12-01")).containsExactly("free 16:00–18:00", "free 19:30–20:30");
        book(client, "2026-12-01T19:30:00+03:00");
    }

    @Test
    void exceptions_are_listed_changed_and_removed() {
        String later = "/slots/exceptions/" + id(off("2026-12-20", "2026-12-21"));
        String sooner = "/slots/exceptions/" + id(with(off("2026-12-10", "2026-12-10"), "reason", " К врачу "));

        JsonNode first = gym.as(trainer).get("/slots/exceptions?limit=1").json();
        JsonNode second = gym.as(trainer)
                .get("/slots/exceptions?limit=1&cursor="
                        + first.path("next_cursor").asString())
                .json();
        assertThat(first.path("items").path(0).path("date_from").asString()).isEqualTo("2026-12-10");
        assertThat(first.path("items").path(0).path("reason").asString()).isEqualTo("К врачу");
        assertThat(first.path("items").path(0).has("conflicts")).isFalse();
        assertThat(second.path("items").path(0).path("date_to").asString()).isEqualTo("2026-12-21");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(gym.as(trainer)
                        .get("/slots/exceptions?from=2026-12-11&to=2026-12-20")
                        .json()
                        .path("items"))
                .hasSize(1);

        JsonNode changed = gym.as(trainer)
                .put(sooner, hours("off", "2026-12-10", "10:00", "24:00"))
                .json();
        assertThat(changed.path("version").asInt()).as(changed.toString()).isEqualTo(1);
        assertThat(changed.path("to").asString()).isEqualTo("24:00");
        assertThat(slots("2026-12-10")).containsExactly("09:00");
        assertThat(gym.as(trainer)
                        .put(sooner, with(off("2026-12-10", "2026-12-10"), "version", 0))
                        .code())
                .isEqualTo("stale_version");
        assertThat(gym.as(trainer).delete(later).status()).isEqualTo(204);
        assertThat(gym.as(trainer).delete(later).status()).isEqualTo(404);
        assertThat(slots("2026-12-20")).contains("09:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        {}                                                                                        | kind
        {"kind":"holiday","date_from":"2026-12-01","date_to":"2026-12-01"}                        | kind
        {"kind":"OFF","date_from":"2026-12-01","date_to":"2026-12-01"}                            | kind
        {"kind":"off","date_to":"2026-12-01"}                                                     | date_from
        {"kind":"off","date_from":"2026-12-01"}                                                   | date_to
        {"kind":"off","date_from":"2026-02-30","date_to":"2026-12-01"}                            | date_from
        {"kind":"off","date_from":"01.12.2026","date_to":"2026-12-01"}                            | date_from
        {"kind":"off","date_from":"1900-01-01","date_to":"2026-12-01"}                            | date_from
        {"kind":"off","date_from":"2026-12-01","date_to":"+999999999-12-31"}                      | date_to
        {"kind":"off","date_from":"2026-12-02","date_to":"2026-12-01"}                            | date_to
        {"kind":"off","date_from":"2026-12-01","date_to":"2027-12-02"}                            | date_to
        {"kind":"off","date_from":"2026-12-01","date_to":"2026-12-01","from":"10:00"}             | to
        {"kind":"off","date_from":"2026-12-01","date_to":"2026-12-01","to":"10:00"}               | from
        {"kind":"extra","date_from":"2026-12-01","date_to":"2026-12-01"}                          | from
        {"kind":"extra","date_from":"2026-12-01","date_to":"2026-12-01","from":"9","to":"10:00"}  | from
        {"kind":"extra","date_from":"2026-12-01","date_to":"2026-12-01","from":"10:00","to":"25:00"} | to
        {"kind":"extra","date_from":"2026-12-01","date_to":"2026-12-01","from":"10:00","to":"10:00"} | to
        {"kind":"off","date_from":"2026-12-01","date_to":"2026-12-01","reason":"a\\u0000b"}       | reason
        """)
    void bad_exceptions_are_refused(String body, String field) {
        Answer answer = gym.as(trainer).post("/slots/exceptions", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.fieldError(field)).as(answer.toString()).isNotEmpty();
    }

    @Test
    void blocked_time_occupies_the_trainer_and_is_shown_in_the_day() {
        JsonNode block = gym.as(trainer)
                .post(
                        "/slots/blocks",
                        with(block("2026-12-01T12:00:00+03:00", "2026-12-01T13:00:00+03:00"), "reason", "Обед"))
                .json();

        assertThat(items("2026-12-01")).containsExactly("free 09:00–12:00", "blocked 12:00–13:00", "free 13:00–18:00");
        JsonNode shown = day("2026-12-01").path("items").path(1).path("block");
        assertThat(shown.path("id").asLong()).isEqualTo(block.path("id").asLong());
        assertThat(shown.path("reason").asString()).isEqualTo("Обед");
        assertThat(slots("2026-12-01"))
                .doesNotContain("11:30", "12:00", "12:30")
                .contains("11:00", "13:00");
        assertThat(refusal(client, "2026-12-01T12:30:00+03:00")).isEqualTo("slot_taken");
        assertThat(refusal(trainer, "2026-12-01T11:30:00+03:00")).isEqualTo("slot_taken");

        String path = "/slots/blocks/" + block.path("id").asLong();
        assertThat(gym.as(trainer).delete(path).status()).isEqualTo(204);
        assertThat(gym.as(trainer).delete(path).status()).isEqualTo(404);
        book(client, "2026-12-01T12:30:00+03:00");
    }

    @Test
    void nothing_is_blocked_over_a_booking_or_another_block() {
        book(client, "2026-12-01T10:00:00+03:00");
        block201("2026-12-01T11:00:00+03:00", "2026-12-01T12:00:00+03:00");

        for (String start : List.of("2026-12-01T10:30:00+03:00", "2026-12-01T11:59:00+03:00")) {
            Answer refused = gym.as(trainer).post("/slots/blocks", block(start, "2026-12-01T15:00:00+03:00"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("slot_taken");
        }
        assertThat(gym.as(trainer).get("/slots/blocks").json().path("items")).hasSize(1);
    }

    @Test
    void a_block_over_midnight_is_part_of_both_days() {
        block201("2026-12-01T17:00:00+03:00", "2026-12-02T10:00:00+03:00");

        assertThat(items("2026-12-01")).containsExactly("free 09:00–17:00", "blocked 17:00–00:00");
        assertThat(items("2026-12-02")).containsExactly("blocked 00:00–10:00", "free 10:00–18:00");
        assertThat(gym.as(trainer)
                        .get("/slots/blocks?from=2026-12-02&to=2026-12-02")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(gym.as(trainer).get("/slots/blocks?from=2026-12-03").json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                                                        | 422 | starts_at
        {"starts_at":"2026-12-01T10:00:00Z"}                                      | 422 | ends_at
        {"starts_at":"2026-12-01","ends_at":"2026-12-01T10:00:00Z"}               | 422 | starts_at
        {"starts_at":"2026-12-01T10:00:00Z","ends_at":"2026-12-01T10:00:00Z"}     | 422 | ends_at
        {"starts_at":"2026-12-01T10:00:00Z","ends_at":"2026-12-01T10:00:30Z"}     | 422 | ends_at
        {"starts_at":"2026-12-01T10:00:00Z","ends_at":"2027-01-01T10:01:00Z"}     | 422 | ends_at
        {"starts_at":"2026-11-30T07:00:00Z","ends_at":"2026-11-30T09:00:00Z"}     | 409 | -
        """)
    void bad_blocks_are_refused(String body, int status, String field) {
        Answer answer = gym.as(trainer).post("/slots/blocks", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.fieldError(field)).as(answer.toString()).isNotEmpty();
        } else {
            assertThat(answer.code()).isEqualTo("too_late");
        }
    }

    @Test
    void too_long_reasons_and_bad_cursors_are_refused() {
        String novel = "я".repeat(100_000);

        assertThat(gym.as(trainer)
                        .post("/slots/exceptions", with(off("2026-12-01", "2026-12-01"), "reason", novel))
                        .status())
                .isEqualTo(422);
        assertThat(gym.as(trainer)
                        .post(
                                "/slots/blocks",
                                with(block("2026-12-01T12:00:00Z", "2026-12-01T13:00:00Z"), "reason", novel))
                        .status())
                .isEqualTo(422);
        for (String list : List.of("/slots/exceptions", "/slots/blocks")) {
            assertThat(gym.as(trainer).get(list + "?cursor=nonsense").status()).isEqualTo(422);
            assertThat(gym.as(trainer).get(list + "?limit=0").status()).isEqualTo(422);
            assertThat(gym.as(trainer).get(list + "?from=tomorrow").status()).isEqualTo(422);
        }
    }

    @Test
    void the_days_are_counted() {
        book(client, "2026-12-01T10:00:00+03:00");
        String cancelled = book(client, "2026-12-01T12:00:00+03:00");
        gym.as(client).delete("/bookings/" + cancelled + "?version=0");
        gym.as(trainer).post("/bookings", wish(trainer, client, "2026-12-01T20:00:00+03:00"));
        block201("2026-12-01T15:00:00+03:00", "2026-12-01T15:30:00+03:00");
        gym.as(trainer).post("/slots/exceptions", off("2026-12-02", "2026-12-02"));

        JsonNode days = days("from=2026-11-30&to=2026-12-02").json().path("days");

        assertThat(days).hasSize(3);
        assertThat(days.path(0).path("free_minutes").asInt()).isEqualTo(540);
        JsonNode first = days.path(1);
        assertThat(first.path("date").asString()).isEqualTo("2026-12-01");
        assertThat(first.path("free_minutes").asInt()).isEqualTo(540 - 60 - 30);
        assertThat(first.path("off").asBoolean()).isFalse();
        assertThat(first.path("bookings").toString())
                .isEqualTo("{\"pending\":1,\"confirmed\":1,\"completed\":0,\"cancelled\":1,\"no_show\":0}");
        assertThat(days.path(2).path("off").asBoolean()).isTrue();
        assertThat(days.path(2).path("free_minutes").asInt()).isZero();
        assertThat(days("from=2026-12-01&to=2027-01-11").status()).isEqualTo(200);
        assertThat(days("from=2026-12-01&to=2027-01-12").fieldError("to")).isEqualTo("too_long");
        assertThat(days("from=2026-12-02&to=2026-12-01").status()).isEqualTo(422);
    }

    @Test
    void what_belongs_to_another_trainer_is_not_found() {
        long exception = id(off("2026-12-01", "2026-12-01"));
        long block = block201("2026-12-01T15:00:00+03:00", "2026-12-01T15:30:00+03:00");
        Somebody other = gym.trainer();

        for (Answer answer : List.of(
                gym.as(other).put("/slots/exceptions/" + exception, off("2026-12-01", "2026-12-01")),
                gym.as(other).delete("/slots/exceptions/" + exception),
                gym.as(other).delete("/slots/blocks/" + block),
                gym.as(client).get("/slots/trainer/" + trainer.telegramId() + "/days?from=2026-12-01&to=2026-12-01"))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        }
        assertThat(gym.as(other).get("/slots/exceptions").json().path("items")).isEmpty();
        assertThat(gym.as(other).get("/slots/blocks").json().path("items")).isEmpty();
        assertThat(gym.as(client).get("/slots/exceptions").status()).isEqualTo(403);
        assertThat(gym.as(client)
                        .post("/slots/blocks", block("2026-12-01T15:00:00Z", "2026-12-01T16:00:00Z"))
                        .status())
                .isEqualTo(403);
        assertThat(gym.nobody().get("/slots/blocks").status()).isEqualTo(401);
    }

    private static Map<String, Object> off(String first, String last) {
        return new HashMap<>(Map.of("kind", "off", "date_from", first, "date_to", last));
    }

    private static Map<String, Object> hours(String kind, String date, String from, String to) {
        return Map.of("kind", kind, "date_from", date, "date_to", date, "from", from, "to", to);
    }

    private static Map<String, Object> block(String from, String to) {
        return Map.of("starts_at", from, "ends_at", to);
    }

    private long id(Map<String, Object> exception) {
        return gym.as(trainer)
                .post("/slots/exceptions", exception)
                .json()
                .path("id")
                .asLong();
    }

    private long block201(String from, String to) {
        Answer answer = gym.as(trainer).post("/slots/blocks", block(from, to));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private String book(Somebody by, String startsAt) {
        Answer answer = gym.as(by).post("/bookings", wish(trainer, client, startsAt));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String refusal(Somebody by, String startsAt) {
        return gym.as(by).post("/bookings", wish(trainer, client, startsAt)).code();
    }

    private Answer days(String query) {
        return gym.as(trainer).get("/slots/trainer/" + trainer.telegramId() + "/days?" + query);
    }

    private JsonNode day(String date) {
        return gym.as(trainer)
                .get("/slots/trainer/" + trainer.telegramId() + "/day/" + date)
                .json();
    }

    private List<String> items(String date) {
        List<String> items = new ArrayList<>();
        day(date).path("items").forEach(item -> items.add(item.path("kind").asString() + " " + span(item)));
        return items;
    }

    private static String span(JsonNode item) {
        return item.path("starts_at").asString().substring(11, 16) + "–"
                + item.path("ends_at").asString().substring(11, 16);
    }

    private List<String> slots(String date) {
        List<String> starts = new ArrayList<>();
        gym.as(client)
                .get("/slots/trainer/" + trainer.telegramId() + "?from=" + date + "&to=" + date)
                .json()
                .path("days")
                .path(0)
                .path("slots")
                .forEach(slot -> starts.add(slot.path("starts_at").asString().substring(11, 16)));
        return starts;
    }
}
