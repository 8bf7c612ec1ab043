package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.scheduling.Gym.with;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import tools.jackson.databind.JsonNode;

/** Weekly series over HTTP (PRODUCT.md, "Booking"). */
@IntegrationTest
class SeriesIntegrationTest {

    private static final String FIRST = "2026-12-02T10:00:00+03:00";
    private static final String SECOND = "2026-12-09T10:00:00+03:00";
    private static final String THIRD = "2026-12-16T10:00:00+03:00";
    private static final String FOURTH = "2026-12-23T10:00:00+03:00";

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

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
    void a_series_is_a_booking_a_week_and_answers_with_its_first() {
        Answer answer = repeat(FIRST, 4, false);

        JsonNode first = created(answer);
        assertThat(first.path("starts_at").asString()).isEqualTo(FIRST);
        assertThat(answer.http().headers().firstValue("Location"))
                .hasValue("/api/v1/bookings/" + first.path("id").asString());
        List<JsonNode> series = series(first);
        assertThat(starts(series)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
        assertThat(series)
                .extracting(one -> one.path("series").path("index").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(series).allSatisfy(one -> {
            assertThat(one.path("series").path("count").asInt()).isEqualTo(4);
            assertThat(one.path("status").asString()).isEqualTo("PENDING");
            assertThat(one.path("awaiting").asString()).isEqualTo("client");
            assertThat(one.path("price").path("amount").asLong()).isEqualTo(250_000);
            assertThat(one.path("version").asInt()).isZero();
        });
        assertThat(series.get(3).path("charge_at").asString()).isEqualTo("2026-12-22T22:00:00+03:00");
        assertThat(created(gym.as(client).post("/bookings", wish(trainer, client, "2026-12-02T12:00:00+03:00")))
                        .path("series")
                        .isNull())
                .isTrue();
    }

    @Test
    void each_booking_of_a_series_is_confirmed_and_charged_on_its_own() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));

        ok(gym.as(client).put(path(series.get(1)) + "/confirm", Map.of("version", 0)));

        assertThat(series(series.get(0)))
                .extracting(one -> one.path("status").asString())
                .containsExactly("PENDING", "CONFIRMED", "PENDING");
    }

    @Test
    void a_series_that_does_not_fit_is_refused_as_a_whole_and_names_the_weeks() {
        created(gym.as(client).post("/bookings", wish(trainer, client, SECOND)));
        created(gym.as(client).post("/bookings", wish(trainer, client, "2026-12-23T09:30:00+03:00")));

        Answer refused = repeat(FIRST, 4, false);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("series_conflict");
        assertThat(refused.json().path("conflicts").toString())
                .isEqualTo("[{\"starts_at\":\"" + SECOND + "\",\"reason\":\"taken\"},{\"starts_at\":\"" + FOURTH
                        + "\",\"reason\":\"taken\"}]");
        assertThat(refused.json().path("detail").asString()).contains("Не все тренировки");
        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ?")).isEqualTo(2);
    }

    @Test
    void the_rest_is_made_when_conflicts_are_to_be_skipped() {
        created(gym.as(client).post("/bookings", wish(trainer, client, FIRST)));
        created(gym.as(client).post("/bookings", wish(trainer, client, THIRD)));

        JsonNode first = created(repeat(FIRST, 4, true));

        assertThat(starts(series(first))).containsExactly(SECOND, FOURTH);
        assertThat(first.path("series").path("index").asInt()).isEqualTo(1);
        assertThat(first.path("series").path("count").asInt()).isEqualTo(2);
    }

    @Test
    void where_one_week_is_left_that_booking_stands_alone_and_where_none_is_it_is_a_conflict() {
        created(gym.as(client).post("/bookings", wish(trainer, client, FIRST)));

        assertThat(created(repeat(FIRST, 2, true)).path("series").isNull()).isTrue();
        Answer refused = repeat(FIRST, 2, true);
        assertThat(refused.code()).isEqualTo("series_conflict");
        assertThat(refused.json().path("conflicts")).hasSize(2);
    }

    @Test
    void a_series_is_the_trainers_to_make_and_to_change() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));

        Answer made = gym.as(client)
                .post("/bookings", with(wish(trainer, client, "2026-12-03T10:00:00+03:00"), "repeat", weeks(2, false)));
        Answer moved = edit(client, series.get(1), Map.of("starts_at", "2026-12-10T12:00:00+03:00"), "following");

        assertThat(made.fieldError("repeat")).isEqualTo("trainer_only");
        assertThat(moved.fieldError("scope")).isEqualTo("trainer_only");
        assertThat(starts(series(series.get(0)))).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void nine_in_the_morning_stays_nine_over_a_daylight_saving_change() {
        Somebody berliner = gym.trainer(ZoneId.of("Europe/Berlin"));
        client = gym.clientOf(berliner);
        trainer = berliner;

        JsonNode first = created(repeat("2027-03-22T09:00:00+01:00", 3, false));

        assertThat(starts(series(first)))
                .containsExactly("2027-03-22T09:00:00+01:00", "2027-03-29T09:00:00+02:00", "2027-04-05T09:00:00+02:00");
        JsonNode second = series(first).get(1);
        ok(edit(trainer, second, Map.of("starts_at", "2027-03-28T10:30:00+02:00"), "all"));
        assertThat(starts(series(first)))
                .containsExactly("2027-03-21T10:30:00+01:00", "2027-03-28T10:30:00+02:00", "2027-04-04T10:30:00+02:00");
    }

    @Test
    void a_week_in_which_the_clocks_leave_the_hour_out_is_a_conflict() {
        trainer = gym.trainer(ZoneId.of("Europe/Berlin"));
        client = gym.clientOf(trainer);
        String start = "2027-03-21T02:30:00+01:00";

        Answer refused = repeat(start, 3, false);

        assertThat(refused.json().path("conflicts").toString())
                .isEqualTo("[{\"starts_at\":\"2027-03-28T03:30:00+02:00\",\"reason\":\"no_such_time\"}]");
        assertThat(starts(series(created(repeat(start, 3, true))))).containsExactly(start, "2027-04-04T02:30:00+02:00");
    }

    @Test
    void this_following_and_all_move_exactly_their_bookings() {
        List<JsonNode> series = series(created(repeat(FIRST, 4, false)));

        ok(edit(trainer, series.get(1), Map.of("starts_at", "2026-12-10T12:00:00+03:00"), "this"));
        assertThat(starts(series(series.get(0)))).containsExactly(FIRST, "2026-12-10T12:00:00+03:00", THIRD, FOURTH);
        ok(edit(trainer, series.get(2), Map.of("starts_at", "2026-12-16T10:30:00+03:00"), "following"));
        assertThat(starts(series(series.get(0))))
                .containsExactly(
                        FIRST, "2026-12-10T12:00:00+03:00", "2026-12-16T10:30:00+03:00", "2026-12-23T10:30:00+03:00");
        JsonNode last = series(series.get(0)).get(3);
        JsonNode moved = ok(edit(trainer, last, Map.of("starts_at", "2026-12-24T11:00:00+03:00"), "all"));

        List<JsonNode> now = series(series.get(0));
        assertThat(starts(now))
                .containsExactly(
                        "2026-12-03T10:30:00+03:00",
                        "2026-12-11T12:30:00+03:00",
                        "2026-12-17T11:00:00+03:00",
                        "2026-12-24T11:00:00+03:00");
        assertThat(now).extracting(one -> one.path("version").asInt()).containsExactly(1, 2, 2, 2);
        assertThat(moved.path("id")).isEqualTo(last.path("id"));
        assertThat(moved.path("version").asInt()).isEqualTo(2);
        assertThat(now.get(1).path("charge_at").asString()).isEqualTo("2026-12-11T00:30:00+03:00");
        assertThat(now.get(1).path("series").path("index").asInt()).isEqualTo(2);
    }

    @Test
    void bookings_of_a_series_may_change_places_when_it_is_moved() {
        List<JsonNode> series = series(created(repeat(FIRST, 4, false)));

        ok(edit(trainer, series.get(0), Map.of("starts_at", SECOND), "all"));

        assertThat(starts(series(series.get(0)))).containsExactly(SECOND, THIRD, FOURTH, "2026-12-30T10:00:00+03:00");
        ok(edit(trainer, series(series.get(0)).get(0), Map.of("starts_at", "2026-12-09T10:30:00+03:00"), "all"));
        assertThat(occupied())
                .containsExactlyElementsOf(starts(series(series.get(0))).stream()
                        .map(start ->
                                Instant.parse(start.replace("+03:00", "Z")).minus(Duration.ofHours(3)))
                        .toList());
    }

    @Test
    void a_move_for_which_there_is_no_room_moves_nothing() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));
        created(gym.as(client).post("/bookings", wish(trainer, client, "2026-12-16T12:00:00+03:00")));

        Answer refused = edit(trainer, series.get(0), Map.of("starts_at", "2026-12-02T12:00:00+03:00"), "all");

        assertThat(refused.code()).isEqualTo("series_conflict");
        assertThat(refused.json().path("conflicts").toString())
                .isEqualTo("[{\"starts_at\":\"2026-12-16T12:00:00+03:00\",\"reason\":\"taken\"}]");
        assertThat(starts(series(series.get(0)))).containsExactly(FIRST, SECOND, THIRD);
        assertThat(edit(trainer, series.get(2), Map.of("starts_at", "2026-11-30T14:00:00+03:00"), "all")
                        .code())
                .isEqualTo("too_late");
        assertThat(edit(trainer, series.get(0), Map.of("minutes", 180), "all").code())
                .isEqualTo("series_conflict");
        assertThat(series(series.get(0)))
                .allSatisfy(one -> assertThat(one.path("version").asInt()).isZero());
    }

    @Test
    void minutes_price_and_note_change_with_the_scope() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));
        ok(gym.as(client).put(path(series.get(2)) + "/confirm", Map.of("version", 0)));

        ok(edit(trainer, series.get(1), Map.of("minutes", 90, "price", rubles(300_000), "note", "Ноги"), "following"));

        List<JsonNode> now = series(series.get(0));
        assertThat(now).extracting(one -> one.path("minutes").asInt()).containsExactly(60, 90, 90);
        assertThat(now)
                .extracting(one -> one.path("price").path("amount").asLong())
                .containsExactly(250_000L, 300_000L, 300_000L);
        assertThat(now.get(2).path("note").asString()).isEqualTo("Ноги");
        assertThat(now.get(2).path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(now).extracting(one -> one.path("version").asInt()).containsExactly(0, 1, 2);
        ok(edit(trainer, now.get(1), Map.of("price", rubles(300_000)), "all"));
        assertThat(series(series.get(0)))
                .as("who has the price already is not touched")
                .extracting(one -> one.path("version").asInt())
                .containsExactly(1, 1, 2);
    }

    @Test
    void what_is_past_cancelled_or_paid_for_is_left_alone() {
        List<JsonNode> series = series(created(repeat(FIRST, 4, false)));
        for (int paid : List.of(0, 1)) {
            ok(gym.as(client).put(path(series.get(paid)) + "/confirm", Map.of("version", 0)));
        }
        ok(gym.as(trainer).delete(path(series.get(2)) + "?version=0"));
        clock.moveTo(Instant.parse("2026-12-08T20:00:00Z")); // the first is over, the second is charged

        JsonNode fourth = series.get(3);
        ok(edit(trainer, fourth, Map.of("starts_at", "2026-12-23T12:00:00+03:00", "price", rubles(1)), "all"));

        List<JsonNode> now = series(series.get(0));
        assertThat(starts(now)).containsExactly(FIRST, SECOND, THIRD, "2026-12-23T12:00:00+03:00");
        assertThat(now)
                .extracting(one -> one.path("price").path("amount").asLong())
                .containsExactly(250_000L, 250_000L, 250_000L, 1L);
        ok(gym.as(trainer).delete(path(now.get(1)) + "?version=1&scope=all"));
        assertThat(series(series.get(0)))
                .extracting(one -> one.path("status").asString())
                .containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED");
        assertThat(gym.as(trainer)
                        .delete(path(now.get(1)) + "?version=1&scope=following")
                        .code())
                .as("nothing is left to cancel")
                .isEqualTo("invalid_transition");
        assertThat(edit(trainer, now.get(1), Map.of("price", rubles(5)), "this").code())
                .isEqualTo("already_charged");
    }

    @Test
    void a_free_session_goes_with_its_series_until_it_starts() {
        Map<String, Object> wish =
                with(with(wish(trainer, client, FIRST), "repeat", weeks(2, false)), "price", rubles(0));
        List<JsonNode> series = series(created(gym.as(trainer).post("/bookings", wish)));
        ok(gym.as(client).put(path(series.get(0)) + "/confirm", Map.of("version", 0)));
        clock.moveTo(Instant.parse("2026-12-02T06:59:00Z"));

        ok(gym.as(client).delete(path(series.get(1)) + "?version=0&scope=all"));

        assertThat(series(series.get(0)))
                .extracting(one -> one.path("status").asString())
                .containsExactly("CANCELLED", "CANCELLED");
    }

    @Test
    void a_client_cancels_this_following_or_all() {
        List<JsonNode> series = series(created(repeat(FIRST, 4, false)));

        ok(gym.as(client).delete(path(series.get(1)) + "?version=0&scope=this"));
        JsonNode third = ok(gym.as(client).delete(path(series.get(2)) + "?version=0&scope=following&reason=trip"));

        assertThat(third.path("cancel_reason").asString()).isEqualTo("trip");
        assertThat(series(third))
                .extracting(one -> one.path("status").asString())
                .containsExactly("PENDING", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(occupied()).hasSize(1);
        ok(gym.as(client).delete(path(series.get(0)) + "?version=0&scope=all"));
        assertThat(occupied()).isEmpty();
        created(repeat(FIRST, 4, false));
    }

    @Test
    void an_old_version_is_told_and_the_same_once_more_changes_nothing() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));
        Map<String, Object> change = Map.of("starts_at", "2026-12-02T11:00:00+03:00");
        ok(edit(trainer, series.get(0), change, "all"));

        assertThat(ok(edit(trainer, series.get(0), change, "all"))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        Answer stale = edit(trainer, series.get(0), Map.of("starts_at", FIRST), "all");
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(stale.json().path("current").path("version").asInt()).isEqualTo(1);
        assertThat(gym.as(trainer)
                        .delete(path(series.get(0)) + "?version=0&scope=all")
                        .code())
                .isEqualTo("stale_version");
        ok(gym.as(trainer).delete(path(series.get(0)) + "?version=1&scope=all"));
        ok(gym.as(trainer).delete(path(series.get(0)) + "?version=1&scope=all"));
        ok(gym.as(trainer).delete(path(series.get(0)) + "?version=2&scope=all"));
        assertThat(series(series.get(0)))
                .extracting(one -> one.path("version").asInt())
                .containsExactly(2, 2, 2);
    }

    @Test
    void one_key_makes_one_series() {
        Map<String, Object> body = with(wish(trainer, client, FIRST), "repeat", weeks(3, false));

        Answer once = gym.as(trainer).write("POST", "/bookings", body, "series-" + client.telegramId());
        Answer again = gym.as(trainer).write("POST", "/bookings", body, "series-" + client.telegramId());

        assertThat(again.http().body()).isEqualTo(once.http().body());
        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ?")).isEqualTo(3);
    }

    @Test
    void a_booking_that_stands_alone_is_all_there_is_of_its_series() {
        JsonNode alone = created(gym.as(trainer).post("/bookings", wish(trainer, client, FIRST)));

        JsonNode moved = ok(edit(trainer, alone, Map.of("starts_at", SECOND), "following"));
        assertThat(moved.path("starts_at").asString()).isEqualTo(SECOND);
        assertThat(ok(gym.as(client).delete(path(alone) + "?version=1&scope=all"))
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void strangers_find_nothing_and_bad_scopes_are_refused() {
        JsonNode first = created(repeat(FIRST, 2, false));
        Somebody stranger = gym.clientOf(trainer);

        assertThat(gym.as(stranger).delete(path(first) + "?version=0&scope=all").status())
                .isEqualTo(404);
        assertThat(edit(stranger, first, Map.of("note", "x"), "all").status()).isEqualTo(404);
        assertThat(gym.as(trainer)
                        .delete(path(first) + "?version=0&scope=everything")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void staff_act_upon_a_series_at_their_club() {
        Somebody owner = gym.somebody("Владелец");
        long club = gym.club(owner, trainer);
        long location = jdbc.sql("SELECT id FROM location WHERE club_id = ?")
                .param(club)
                .query(Long.class)
                .single();
        SeriesBookings series = application.getBean(SeriesBookings.class);
        NewBooking wish = new NewBooking(
                trainer.userId(), client.userId(), Instant.parse("2026-12-02T07:00:00Z"), null, null, null, location);

        BookingInfo first = series.create(Actor.staff(owner.userId()), wish, new Repeat(3, false));
        series.cancel(Actor.staff(owner.userId()), first.id(), 0, null, SeriesScope.ALL);

        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ? AND status = 'CANCELLED'"))
                .isEqualTo(3);
    }

    @Test
    void the_other_side_hears_once_of_what_was_done_to_a_series() {
        List<JsonNode> series = series(created(repeat(FIRST, 3, false)));
        ok(edit(trainer, series.get(1), Map.of("starts_at", "2026-12-09T12:00:00+03:00"), "following"));
        ok(gym.as(client).delete(path(series.get(0)) + "?version=0&scope=all"));

        await().untilAsserted(() -> assertThat(messages(trainer))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("Тренировки отменены", "ср, 2 дек", "Всего: 3, последняя: ср, 16 дек., 12:00")));
        await().untilAsserted(() -> assertThat(messages(client))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "Тренировки перенесли", "Было: ср, 9 дек., 10:00", "Всего: 2, последняя: ср, 16 дек")));
        await().untilAsserted(() -> assertThat(unheard(series)).isZero());
        assertThat(messages(trainer)).hasSize(1);
        assertThat(messages(client)).hasSize(1);
    }

    /** Events of these bookings that some listener has not dealt with yet. */
    private long unheard(List<JsonNode> bookings) {
        String[] ids = bookings.stream()
                .map(booking -> "%" + booking.path("id").asString() + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        SELECT count(*) FROM event_publication
                        WHERE completion_date IS NULL AND serialized_event LIKE ANY (?)
                        """).param(ids).query(Long.class).single();
    }

    private List<String> messages(Somebody recipient) {
        return jdbc.sql(
                        "SELECT payload ->> 'text' FROM telegram_outbox WHERE chat_id = ? AND dedupe_key LIKE 'booking:%:' || ?")
                .params(recipient.telegramId(), (recipient.equals(trainer) ? Side.TRAINER : Side.CLIENT).name())
                .query(String.class)
                .list();
    }

    private Answer repeat(String first, int weeks, boolean skip) {
        return gym.as(trainer).post("/bookings", with(wish(trainer, client, first), "repeat", weeks(weeks, skip)));
    }

    private static Map<String, Object> weeks(int weeks, boolean skip) {
        return skip ? Map.of("weeks", weeks, "skip_conflicts", true) : Map.of("weeks", weeks);
    }

    private Answer edit(Somebody by, JsonNode booking, Map<String, Object> change, String scope) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("version", booking.path("version").asInt());
        body.put("scope", scope);
        return gym.as(by).put(path(booking), body);
    }

    /** As its bookings are now, in its order. */
    private List<JsonNode> series(JsonNode one) {
        return jdbc
                .sql("SELECT id FROM booking WHERE series_id = ? ORDER BY series_index")
                .param(UUID.fromString(one.path("series").path("id").asString()))
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> gym.as(trainer).get("/bookings/" + id).json())
                .toList();
    }

    private static List<String> starts(List<JsonNode> series) {
        return series.stream().map(one -> one.path("starts_at").asString()).toList();
    }

    private List<Instant> occupied() {
        return jdbc.sql("""
                        SELECT lower(during) FROM occupancy JOIN resource r ON r.id = resource_id
                        WHERE trainer_id = ? ORDER BY 1""")
                .param(trainer.userId())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(trainer.userId()).query(Long.class).single();
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> rubles(long amount) {
        return Map.of("amount", amount, "currency", "RUB");
    }

    private static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }
}
