package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.scheduling.Gym.wish;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** Moves and other changes of bookings over HTTP (PRODUCT.md, "Booking"). */
@IntegrationTest
class MoveIntegrationTest {

    private static final String TEN = "2026-12-02T10:00:00+03:00";
    private static final String HALF_PAST_TEN = "2026-12-02T10:30:00+03:00";
    private static final String NOON = "2026-12-02T12:00:00+03:00";

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
    void the_trainers_move_takes_the_new_time_frees_the_old_and_asks_the_client() {
        JsonNode booking = book(client, TEN);

        JsonNode moved = ok(move(trainer, booking, NOON));

        assertThat(moved.path("starts_at").asString()).isEqualTo(NOON);
        assertThat(moved.path("ends_at").asString()).isEqualTo("2026-12-02T13:00:00+03:00");
        assertThat(moved.path("status").asString()).isEqualTo("PENDING");
        assertThat(moved.path("awaiting").asString()).isEqualTo("client");
        assertThat(moved.path("charge_at").asString()).isEqualTo("2026-12-02T00:00:00+03:00");
        assertThat(moved.path("version").asInt()).isEqualTo(1);
        assertThat(moved.path("id")).isEqualTo(booking.path("id"));
        book(gym.clientOf(trainer), TEN);
        assertThat(gym.as(client).post("/bookings", wish(trainer, client, NOON)).code())
                .isEqualTo("slot_taken");
        JsonNode now = gym.as(client).get(path(booking)).json();
        assertThat(now.path("history").path(1).path("change").asString()).isEqualTo("moved");
        assertThat(now.path("history").path(1).path("actor").asString()).isEqualTo("trainer");
        JsonNode agreed = ok(gym.as(client).put(path(booking) + "/confirm", Map.of("version", 1)));
        assertThat(agreed.path("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_move_that_is_refused_cancels_and_leads_nowhere_back() {
        JsonNode moved = ok(move(trainer, book(client, TEN), NOON));

        JsonNode refused = ok(gym.as(client).put(path(moved) + "/decline", Map.of("version", 1)));

        assertThat(refused.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(refused.path("starts_at").asString()).isEqualTo(NOON);
        assertThat(count("SELECT count(*) FROM occupancy WHERE booking_id = ?", refused))
                .isZero();
    }

    @Test
    void a_booking_may_move_into_its_own_time() {
        JsonNode moved = ok(move(client, book(client, TEN), HALF_PAST_TEN));

        assertThat(moved.path("starts_at").asString()).isEqualTo(HALF_PAST_TEN);
        assertThat(count("SELECT count(*) FROM occupancy WHERE booking_id = ?", moved))
                .isEqualTo(1);
    }

    @Test
    void a_clients_move_stays_confirmed_where_clients_book_at_once() {
        JsonNode moved = ok(move(client, book(client, TEN), NOON));

        assertThat(moved.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(moved.path("awaiting").isNull()).isTrue();
    }

    @Test
    void a_clients_move_awaits_the_trainer_where_clients_ask() {
        JsonNode booking = book(client, TEN);
        gym.selfBooking(trainer, SelfBooking.REQUEST);

        JsonNode moved = ok(move(client, booking, NOON));

        assertThat(moved.path("status").asString()).isEqualTo("PENDING");
        assertThat(moved.path("awaiting").asString()).isEqualTo("trainer");
        assertThat(gym.as(trainer)
                        .get(path(moved))
                        .json()
                        .path("allowed_actions")
                        .toString())
                .contains("confirm", "decline", "move", "edit");
    }

    @Test
    void a_client_does_not_move_where_clients_do_not_book() {
        JsonNode booking = book(client, TEN);
        gym.selfBooking(trainer, SelfBooking.OFF);

        Answer refused = move(client, booking, NOON);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("self_booking_off");
        assertThat(gym.as(client)
                        .get(path(booking))
                        .json()
                        .path("allowed_actions")
                        .toString())
                .isEqualTo("[\"cancel\"]");
    }

    @Test
    void a_client_moves_before_the_charge_only() {
        JsonNode booking = book(client, TEN);
        clock.moveTo(Instant.parse("2026-12-01T18:59:00Z"));
        assertThat(actions(client, booking)).contains("move");

        clock.moveTo(Instant.parse("2026-12-01T19:00:00Z"));

        assertThat(actions(client, booking)).doesNotContain("move");
        assertThat(move(client, booking, "2026-12-03T10:00:00+03:00").code()).isEqualTo("too_late");
    }

    @Test
    void a_client_moves_to_free_slots_only() {
        JsonNode booking = book(client, TEN);
        book(gym.clientOf(trainer), NOON);

        assertThat(move(client, booking, NOON).code()).isEqualTo("slot_taken");
        assertThat(move(client, booking, "2026-12-02T14:10:00+03:00").code()).isEqualTo("slot_unavailable");
        assertThat(move(client, booking, "2026-12-02T20:00:00+03:00").code()).isEqualTo("slot_unavailable");
        assertThat(move(client, booking, "2026-11-30T13:00:00+03:00").code()).isEqualTo("too_late");
        assertThat(move(client, booking, "2027-06-01T10:00:00+03:00").code()).isEqualTo("too_far");
        assertThat(gym.as(client).get(path(booking)).json().path("version").asInt())
                .isZero();
    }

    @Test
    void a_trainer_moves_outside_working_hours_with_a_warning_but_not_into_the_past() {
        JsonNode booking = book(client, TEN);

        assertThat(move(trainer, booking, "2026-11-30T11:59:00+03:00").code()).isEqualTo("too_late");
        JsonNode moved = ok(move(trainer, booking, "2026-12-02T21:00:00+03:00"));

        assertThat(moved.path("warnings").path(0).asString()).isEqualTo("outside_working_hours");
        assertThat(ok(edit(trainer, moved, Map.of("starts_at", NOON))).path("warnings"))
                .isEmpty();
    }

    @Test
    void the_charge_is_put_off_by_the_setting_of_the_day_of_the_move() {
        JsonNode booking = book(client, TEN);
        gym.settings(trainer, Map.of("charge_hours_before", 24));

        JsonNode moved = ok(move(client, booking, "2026-12-04T10:00:00+03:00"));

        assertThat(moved.path("charge_at").asString()).isEqualTo("2026-12-03T10:00:00+03:00");
    }

    @Test
    void a_charge_that_has_fallen_due_stays_and_so_does_the_price() {
        JsonNode booking = book(client, TEN);
        clock.moveTo(Instant.parse("2026-12-01T20:00:00Z"));

        JsonNode moved = ok(move(trainer, booking, "2026-12-05T10:00:00+03:00"));
        JsonNode again = ok(move(trainer, moved, "2026-12-06T10:00:00+03:00"));

        assertThat(again.path("charge_at").asString()).isEqualTo("2026-12-01T22:00:00+03:00");
        assertThat(edit(trainer, again, Map.of("price", rubles(1))).code()).isEqualTo("already_charged");
        assertThat(ok(edit(trainer, again, Map.of("note", "Взять форму")))
                        .path("note")
                        .asString())
                .isEqualTo("Взять форму");
    }

    @Test
    void a_free_session_is_never_charged_and_may_be_given_a_price_when_it_is_moved() {
        JsonNode booking =
                created(gym.as(trainer).post("/bookings", Gym.with(wish(trainer, client, TEN), "price", rubles(0))));
        ok(gym.as(client).put(path(booking) + "/confirm", Map.of("version", 0)));
        clock.moveTo(Instant.parse("2026-12-01T20:00:00Z"));

        JsonNode moved = ok(edit(
                trainer, current(booking), Map.of("starts_at", "2026-12-05T10:00:00+03:00", "price", rubles(100_000))));

        assertThat(moved.path("price").path("amount").asLong()).isEqualTo(100_000);
        assertThat(moved.path("charge_at").asString()).isEqualTo("2026-12-04T22:00:00+03:00");
    }

    @Test
    void the_trainer_changes_length_price_and_note_without_asking() {
        JsonNode booking = book(client, TEN);

        JsonNode edited = ok(edit(trainer, booking, Map.of("minutes", 90, "price", rubles(300_000), "note", " Ноги ")));

        assertThat(edited.path("ends_at").asString()).isEqualTo("2026-12-02T11:30:00+03:00");
        assertThat(edited.path("price").path("amount").asLong()).isEqualTo(300_000);
        assertThat(edited.path("note").asString()).isEqualTo("Ноги");
        assertThat(edited.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(edited.path("version").asInt()).isEqualTo(1);
        assertThat(ok(edit(trainer, edited, Map.of("note", ""))).path("note").isNull())
                .isTrue();
        book(gym.clientOf(trainer), "2026-12-02T11:30:00+03:00");
        JsonNode now = gym.as(trainer).get(path(booking)).json();
        assertThat(edit(trainer, now, Map.of("minutes", 120)).code()).isEqualTo("slot_taken");
        assertThat(now.path("history").path(1).path("change").asString()).isEqualTo("edited");
    }

    @Test
    void a_move_and_an_edit_at_once_are_one_change() {
        JsonNode booking = book(client, TEN);

        JsonNode moved = ok(edit(trainer, booking, Map.of("starts_at", NOON, "minutes", 30, "note", "Короче")));

        assertThat(moved.path("version").asInt()).isEqualTo(1);
        assertThat(moved.path("ends_at").asString()).isEqualTo("2026-12-02T12:30:00+03:00");
        assertThat(gym.as(trainer).get(path(booking)).json().path("history")).hasSize(2);
    }

    @Test
    void what_is_already_so_changes_nothing_and_an_old_version_is_told() {
        JsonNode booking = book(client, TEN);
        JsonNode moved = ok(move(client, booking, NOON));

        assertThat(ok(move(client, booking, NOON)).path("version").asInt()).isEqualTo(1);
        assertThat(ok(edit(client, moved, Map.of())).path("version").asInt()).isEqualTo(1);
        Answer stale = move(client, booking, HALF_PAST_TEN);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(stale.json().path("current").path("starts_at").asString()).isEqualTo(NOON);
    }

    @Test
    void what_has_begun_or_is_cancelled_does_not_move() {
        JsonNode booking = book(client, TEN);
        JsonNode other = book(client, NOON);
        gym.as(client).delete(path(other) + "?version=0");
        assertThat(edit(trainer, current(other), Map.of("starts_at", HALF_PAST_TEN))
                        .code())
                .isEqualTo("invalid_transition");
        assertThat(edit(trainer, current(other), Map.of("note", "Зачем")).code())
                .isEqualTo("invalid_transition");

        clock.moveTo(Instant.parse("2026-12-02T07:00:00Z"));

        assertThat(move(trainer, booking, "2026-12-03T10:00:00+03:00").code()).isEqualTo("invalid_transition");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"starts_at":"2026-12-02T12:00:00+03:00"}                       | version
        {"version":0,"starts_at":"noon"}                                | starts_at
        {"version":0,"starts_at":"2026-12-02T12:00:01+03:00"}           | starts_at
        {"version":0,"starts_at":"+10000-12-02T12:00:00+03:00"}         | starts_at
        {"version":0,"minutes":0}                                       | minutes
        {"version":0,"minutes":10000}                                   | minutes
        {"version":0,"minutes":61}                                      | minutes
        {"version":0,"price":{"amount":-1,"currency":"RUB"}}            | price.amount
        {"version":0,"price":{"amount":100000001,"currency":"RUB"}}     | price.amount
        {"version":0,"price":{"amount":1,"currency":"USD"}}             | price.currency
        {"version":0,"note":"a\\u0000b"}                                | note
        {"version":0,"scope":"next","note":"a"}                         | scope
        {"version":0,"scope":""}                                        | scope
        {"version":0,"scope":"ALL"}                                     | scope
        """)
    void bad_changes_are_refused(String body, String field) {
        JsonNode booking = book(client, TEN);

        Answer answer = gym.as(trainer).put(path(booking), body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.fieldError(field)).as(answer.toString()).isNotEmpty();
    }

    @Test
    void the_terms_are_the_trainers_and_others_find_nothing() {
        JsonNode booking = book(client, TEN);
        Somebody stranger = gym.clientOf(trainer);

        assertThat(edit(client, booking, Map.of("minutes", 30)).fieldError("minutes"))
                .isEqualTo("trainer_only");
        assertThat(edit(client, booking, Map.of("price", rubles(1))).fieldError("price"))
                .isEqualTo("trainer_only");
        assertThat(edit(client, booking, Map.of("note", "x")).fieldError("note"))
                .isEqualTo("trainer_only");
        assertThat(move(stranger, booking, NOON).status()).isEqualTo(404);
        assertThat(gym.as(stranger).get(slots(booking)).status()).isEqualTo(404);
        Somebody otherTrainer = gym.trainer();
        assertThat(gym.as(otherTrainer)
                        .get("/slots/trainer/" + otherTrainer.telegramId()
                                + "?from=2026-12-02&to=2026-12-02&exclude_booking="
                                + booking.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_slots_for_a_move_count_its_own_time_as_free_and_have_its_length() {
        JsonNode booking = book(client, TEN);
        ok(edit(trainer, booking, Map.of("minutes", 90)));

        for (Somebody somebody : List.of(client, trainer)) {
            String answer = gym.as(somebody).get(slots(booking)).http().body();
            assertThat(answer).contains("2026-12-02T10:30:00+03:00").contains("2026-12-02T16:30:00+03:00");
            assertThat(answer).doesNotContain("\"starts_at\":\"2026-12-02T17:00:00+03:00\"");
        }
    }

    @Test
    void the_other_side_is_told_of_a_move_with_both_times() {
        JsonNode booking = book(client, TEN);
        JsonNode moved = ok(move(trainer, booking, NOON));

        awaitMessage(client, booking, 1, "Тренировку перенесли", "Было: ср, 2 дек", "10:00", "12:00–13:00");
        ok(move(client, moved, "2026-12-03T09:00:00+03:00"));
        awaitMessage(trainer, booking, 2, "Клиент перенёс тренировку", "Было: ср, 2 дек", "12:00", "чт, 3 дек");
        assertThat(messages(trainer, booking, 1)).isEmpty();
        assertThat(messages(client, booking, 2)).isEmpty();
    }

    private void awaitMessage(Somebody recipient, JsonNode booking, int version, String... parts) {
        await().untilAsserted(() -> assertThat(messages(recipient, booking, version))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(parts)));
    }

    private List<String> messages(Somebody recipient, JsonNode booking, int version) {
        return jdbc.sql("SELECT payload ->> 'text' FROM telegram_outbox WHERE dedupe_key = ?")
                .param("booking:" + booking.path("id").asString() + ":" + version + ":"
                        + (recipient.equals(trainer) ? Side.TRAINER : Side.CLIENT))
                .query(String.class)
                .list();
    }

    private String slots(JsonNode booking) {
        return "/slots/trainer/" + trainer.telegramId() + "?from=2026-12-02&to=2026-12-02&exclude_booking="
                + booking.path("id").asString();
    }

    private String actions(Somebody viewer, JsonNode booking) {
        return gym.as(viewer).get(path(booking)).json().path("allowed_actions").toString();
    }

    private JsonNode book(Somebody by, String startsAt) {
        return created(gym.as(by).post("/bookings", wish(trainer, by, startsAt)));
    }

    private Answer move(Somebody by, JsonNode booking, String startsAt) {
        return edit(by, booking, Map.of("starts_at", startsAt));
    }

    private Answer edit(Somebody by, JsonNode booking, Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("version", booking.path("version").asInt());
        return gym.as(by).put(path(booking), body);
    }

    private JsonNode current(JsonNode booking) {
        return gym.as(trainer).get(path(booking)).json();
    }

    private long count(String sql, JsonNode booking) {
        return jdbc.sql(sql)
                .param(UUID.fromString(booking.path("id").asString()))
                .query(Long.class)
                .single();
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
