package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.scheduling.Gym.with;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** Bookings over HTTP, from the wish to the end (PRODUCT.md, "Booking"). */
@IntegrationTest
class BookingIntegrationTest {

    private static final String TOMORROW_TEN = "2026-12-01T10:00:00+03:00";

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

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
    void a_client_books_a_free_slot_and_it_is_confirmed_at_once() {
        Answer answer = gym.as(client).post("/bookings", wish(trainer, client, TOMORROW_TEN));

        JsonNode booking = answer.json();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.http().headers().firstValue("Location"))
                .contains("/api/v1/bookings/" + booking.path("id").asString());
        assertThat(booking.path("starts_at").asString()).isEqualTo(TOMORROW_TEN);
        assertThat(booking.path("ends_at").asString()).isEqualTo("2026-12-01T11:00:00+03:00");
        assertThat(booking.path("charge_at").asString()).isEqualTo("2026-11-30T22:00:00+03:00");
        assertThat(booking.path("timezone").asString()).isEqualTo("Europe/Moscow");
        assertThat(booking.path("minutes").asInt()).isEqualTo(60);
        assertThat(booking.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(booking.path("awaiting").isNull()).isTrue();
        assertThat(booking.path("created_by").asString()).isEqualTo("client");
        assertThat(booking.path("price").path("amount").asLong()).isEqualTo(250_000);
        assertThat(booking.path("trainer").path("telegram_id").asLong()).isEqualTo(trainer.telegramId());
        assertThat(booking.path("client").path("telegram_id").asLong()).isEqualTo(client.telegramId());
        assertThat(booking.path("warnings")).isEmpty();
        assertThat(booking.path("allowed_actions").toString()).isEqualTo("[\"cancel\"]");
    }

    @Test
    void it_is_the_instant_that_counts() {
        Answer answer = gym.as(client).post("/bookings", wish(trainer, client, "2026-12-01T02:00:00-05:00"));

        assertThat(answer.json().path("starts_at").asString()).isEqualTo(TOMORROW_TEN);
    }

    @Test
    void a_request_awaits_the_trainer_who_accepts_it() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, TOMORROW_TEN);
        assertThat(asked.path("status").asString()).isEqualTo("PENDING");
        assertThat(asked.path("awaiting").asString()).isEqualTo("trainer");

        assertThat(confirm(client, asked).code()).isEqualTo("invalid_transition");
        Answer accepted = confirm(trainer, asked);

        assertThat(accepted.json().path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(accepted.json().path("awaiting").isNull()).isTrue();
        assertThat(accepted.json().path("version").asInt())
                .isEqualTo(asked.path("version").asInt() + 1);
    }

    @Test
    void a_declined_request_is_cancelled_by_the_trainer_and_its_time_is_free_again() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, TOMORROW_TEN);

        Answer declined = gym.as(trainer).put(path(asked) + "/decline", answer(asked, "Уезжаю"));

        assertThat(declined.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(declined.json().path("cancelled_by").asString()).isEqualTo("trainer");
        assertThat(declined.json().path("cancel_reason").asString()).isEqualTo("Уезжаю");
        assertThat(book(client, TOMORROW_TEN).path("status").asString()).isEqualTo("PENDING");
    }

    @Test
    void clients_cannot_book_with_a_trainer_who_books_personally() {
        gym.selfBooking(trainer, SelfBooking.OFF);

        Answer answer = gym.as(client).post("/bookings", wish(trainer, client, TOMORROW_TEN));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("self_booking_off");
    }

    @Test
    void a_client_takes_only_what_is_offered() {
        assertThat(refusal(client, "2026-12-01T10:10:00+03:00")).isEqualTo("409 slot_unavailable");
        assertThat(refusal(client, "2026-12-01T08:00:00+03:00")).isEqualTo("409 slot_unavailable");
        assertThat(refusal(client, "2026-12-01T17:30:00+03:00")).isEqualTo("409 slot_unavailable");
        assertThat(refusal(client, "2026-11-30T13:30:00+03:00")).isEqualTo("409 too_late");
        assertThat(refusal(client, "2026-11-29T10:00:00+03:00")).isEqualTo("409 too_late");
        assertThat(refusal(client, "2026-12-31T10:00:00+03:00")).isEqualTo("409 too_far");
        book(client, TOMORROW_TEN);
        assertThat(refusal(client, TOMORROW_TEN)).isEqualTo("409 slot_taken");
        assertThat(refusal(client, "2026-12-01T10:30:00+03:00")).isEqualTo("409 slot_taken");
        assertThat(refusal(client, "2026-12-30T10:00:00+03:00")).isEqualTo("201 ");
        assertThat(refusal(client, "2026-11-30T14:00:00+03:00")).isEqualTo("201 ");
    }

    @Test
    void only_the_trainer_sets_the_terms() {
        Map<String, Object> wish = wish(trainer, client, TOMORROW_TEN);

        Answer answer = gym.as(client).post("/bookings", with(wish, "price", Map.of("amount", 1, "currency", "RUB")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldError("price")).isEqualTo("trainer_only");
    }

    @Test
    void a_trainer_books_any_free_time_on_terms_of_their_own_and_the_client_is_asked() {
        Map<String, Object> wish = with(
                with(
                        with(wish(trainer, client, "2027-06-01T07:05:00+03:00"), "minutes", 45),
                        "price",
                        Map.of("amount", 0, "currency", "RUB")),
                "note",
                "Натощак");

        JsonNode booking = gym.as(trainer).post("/bookings", wish).json();

        assertThat(booking.path("status").asString()).as(booking.toString()).isEqualTo("PENDING");
        assertThat(booking.path("awaiting").asString()).isEqualTo("client");
        assertThat(booking.path("created_by").asString()).isEqualTo("trainer");
        assertThat(booking.path("ends_at").asString()).isEqualTo("2027-06-01T07:50:00+03:00");
        assertThat(booking.path("price").path("amount").asLong()).isZero();
        assertThat(booking.path("note").asString()).isEqualTo("Натощак");
        assertThat(booking.path("warnings").toString()).isEqualTo("[\"outside_working_hours\"]");
        assertThat(confirm(client, booking).json().path("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_trainer_cannot_book_the_past_or_a_taken_time() {
        book(client, TOMORROW_TEN);

        assertThat(refusal(trainer, "2026-11-30T11:59:00+03:00")).isEqualTo("409 too_late");
        assertThat(refusal(trainer, "2026-12-01T10:59:00+03:00")).isEqualTo("409 slot_taken");
        assertThat(refusal(trainer, "2026-12-01T11:00:00+03:00")).isEqualTo("201 ");
    }

    @Test
    void the_only_location_of_a_trainer_is_where_the_booking_is() {
        gym.club(gym.somebody("Владелец"), trainer);

        JsonNode place = book(client, TOMORROW_TEN).path("place");

        assertThat(place.path("name").asString()).isEqualTo("Зал на Тверской");
        assertThat(place.path("address").asString()).isEqualTo("Тверская, 1");
        Answer elsewhere = gym.as(trainer)
                .post("/bookings", with(wish(trainer, client, "2026-12-01T12:00:00+03:00"), "location_id", 999_999));
        assertThat(elsewhere.fieldError("location_id")).isEqualTo("invalid");
    }

    @Test
    void a_stale_version_answers_with_the_current_state() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, TOMORROW_TEN);
        confirm(trainer, asked);

        Answer late = gym.as(client)
                .delete(path(asked) + "?version=" + asked.path("version").asInt());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("stale_version");
        assertThat(late.json().path("current").path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(late.json().path("current").path("allowed_actions").toString())
                .isEqualTo("[\"cancel\"]");
    }

    @Test
    void the_same_action_of_the_same_person_again_is_no_error() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, TOMORROW_TEN);

        Answer once = confirm(trainer, asked);
        Answer again = confirm(trainer, asked);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(once.json());
    }

    @Test
    void cancelled_is_final() {
        JsonNode booking = book(client, TOMORROW_TEN);
        JsonNode cancelled = gym.as(client)
                .delete(path(booking) + "?version=0&reason=%D0%91%D0%BE%D0%BB%D0%B5%D1%8E")
                .json();
        assertThat(cancelled.path("cancelled_by").asString()).isEqualTo("client");
        assertThat(cancelled.path("cancel_reason").asString()).isEqualTo("Болею");
        assertThat(cancelled.path("allowed_actions")).isEmpty();

        assertThat(confirm(trainer, cancelled).code()).isEqualTo("invalid_transition");
        assertThat(gym.as(trainer).delete(path(booking) + "?version=1").code()).isEqualTo("invalid_transition");
    }

    @Test
    void the_trainer_says_from_the_start_on_whether_the_client_came() {
        JsonNode booking = book(client, TOMORROW_TEN);
        assertThat(put(trainer, booking, "no-show").code()).isEqualTo("invalid_transition");

        clock.moveTo(Instant.parse("2026-12-01T07:10:00Z"));
        assertThat(put(client, booking, "no-show").code()).isEqualTo("invalid_transition");
        JsonNode absent = put(trainer, booking, "no-show").json();
        assertThat(absent.path("status").asString()).isEqualTo("NO_SHOW");
        JsonNode came = put(trainer, absent, "complete").json();
        assertThat(came.path("status").asString()).isEqualTo("COMPLETED");

        clock.moveTo(Instant.parse("2026-12-02T08:00:00Z"));
        assertThat(put(trainer, came, "no-show").code()).isEqualTo("invalid_transition");
    }

    @Test
    void nobody_cancels_what_has_begun() {
        JsonNode booking = book(client, TOMORROW_TEN);
        clock.moveTo(Instant.parse("2026-12-01T07:00:00Z"));

        assertThat(gym.as(client).delete(path(booking) + "?version=0").code()).isEqualTo("invalid_transition");
        assertThat(gym.as(trainer).delete(path(booking) + "?version=0").code()).isEqualTo("invalid_transition");
    }

    @Test
    void what_is_over_is_completed_by_the_system_once() {
        JsonNode booking = book(client, TOMORROW_TEN);
        Bookings bookings = application.getBean(Bookings.class);
        clock.moveTo(Instant.parse("2026-12-01T08:00:00Z"));

        bookings.completeEnded(100);
        bookings.completeEnded(100);

        JsonNode now = gym.as(client).get(path(booking)).json();
        assertThat(now.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(now.path("version").asInt()).isEqualTo(1);
        assertThat(now.path("history").path(1).path("actor").asString()).isEqualTo("system");
    }

    @Test
    void the_scheduler_completes_what_is_over() throws Exception {
        JsonNode booking = book(client, TOMORROW_TEN);
        clock.moveTo(Instant.parse("2026-12-01T08:00:00Z"));

        Scheduler scheduler = application.getBean(Scheduler.class);
        Bookings bookings = application.getBean(Bookings.class);
        UUID id = UUID.fromString(booking.path("id").asString());
        scheduler.start();
        try {
            scheduler.triggerJob(JobKey.jobKey("complete-bookings"));
            await().untilAsserted(() -> assertThat(bookings.get(id).status()).isEqualTo(BookingStatus.COMPLETED));
        } finally {
            scheduler.standby();
        }
    }

    @Test
    void a_booking_tells_its_history() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, TOMORROW_TEN);
        confirm(trainer, asked);

        JsonNode history = gym.as(client).get(path(asked)).json().path("history");

        assertThat(history.toString())
                .isEqualTo("[{\"at\":\"2026-11-30T12:00:00+03:00\",\"actor\":\"client\",\"change\":\"created\"},"
                        + "{\"at\":\"2026-11-30T12:00:00+03:00\",\"actor\":\"trainer\",\"change\":\"confirmed\"}]");
    }

    @Test
    void an_edit_has_to_name_the_version_that_it_saw() {
        JsonNode booking = book(client, TOMORROW_TEN);

        assertThat(gym.as(client).delete(path(booking)).fieldError("version")).isEqualTo("required");
    }

    private JsonNode book(Somebody by, String startsAt) {
        Answer answer = gym.as(by).post("/bookings", wish(trainer, client, startsAt));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private String refusal(Somebody by, String startsAt) {
        Answer answer = gym.as(by).post("/bookings", wish(trainer, client, startsAt));
        return answer.status() + " " + answer.code();
    }

    private Answer confirm(Somebody by, JsonNode booking) {
        return put(by, booking, "confirm");
    }

    private Answer put(Somebody by, JsonNode booking, String action) {
        return gym.as(by)
                .put(
                        path(booking) + "/" + action,
                        Map.of("version", booking.path("version").asInt()));
    }

    private static Map<String, Object> answer(JsonNode booking, String reason) {
        return Map.of("version", booking.path("version").asInt(), "reason", reason);
    }

    private static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }
}
