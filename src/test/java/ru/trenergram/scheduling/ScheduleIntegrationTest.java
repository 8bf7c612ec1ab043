package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.scheduling.Gym.with;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** Working hours, free slots, the trainer's day and the lists, over HTTP. */
@IntegrationTest
class ScheduleIntegrationTest {

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
    void the_week_is_replaced_as_a_whole() {
        Api.Client phone = gym.as(trainer);
        List<Map<String, Object>> rules = List.of(
                Map.of("weekday", 7, "from", "20:00", "to", "24:00"),
                Map.of("weekday", 1, "from", "13:00", "to", "18:30"),
                Map.of("weekday", 1, "from", "09:00", "to", "13:00"));

        JsonNode week =
                phone.put("/slots/rules", Map.of("version", 1, "rules", rules)).json();

        assertThat(week.path("version").asInt()).as(week.toString()).isEqualTo(2);
        assertThat(week.path("timezone").asString()).isEqualTo("Europe/Moscow");
        assertThat(week.path("items").path(0).path("to").asString()).isEqualTo("13:00");
        assertThat(week.path("items").path(1).path("to").asString()).isEqualTo("18:30");
        assertThat(week.path("items").path(2).path("weekday").asInt()).isEqualTo(7);
        assertThat(week.path("items").path(2).path("to").asString()).isEqualTo("24:00");
        assertThat(phone.get("/slots/rules").json()).isEqualTo(week);
        assertThat(phone.put("/slots/rules", Map.of("version", 1, "rules", rules))
                        .code())
                .isEqualTo("stale_version");
    }

    @Test
    void single_rules_are_added_changed_and_removed() {
        Api.Client phone = gym.as(trainer);
        phone.put("/slots/rules", Map.of("version", 1, "rules", List.of()));

        Answer added = phone.post("/slots/rules", rule(2, "09:00", "13:00"));
        String path = "/slots/rules/" + added.json().path("id").asLong();
        assertThat(added.status()).isEqualTo(201);
        assertThat(phone.post("/slots/rules", rule(2, "12:59", "14:00")).code()).isEqualTo("rule_overlap");
        assertThat(phone.post("/slots/rules", rule(2, "13:00", "14:00")).status())
                .isEqualTo(201);
        assertThat(phone.put(path, rule(2, "10:00", "13:30")).code()).isEqualTo("rule_overlap");
        assertThat(phone.put(path, rule(2, "08:00", "12:00"))
                        .json()
                        .path("from")
                        .asString())
                .isEqualTo("08:00");
        assertThat(phone.put(path, with(rule(2, "08:00", "11:00"), "version", 2))
                        .code())
                .isEqualTo("stale_version");
        assertThat(phone.delete(path).status()).isEqualTo(204);
        assertThat(phone.delete(path).status()).isEqualTo(404);
        assertThat(phone.get("/slots/rules").json().path("items")).hasSize(1);
    }

    @Test
    void rules_that_overlap_leave_the_week_as_it_was() {
        Answer answer = gym.as(trainer)
                .put(
                        "/slots/rules",
                        Map.of("version", 1, "rules", List.of(rule(1, "09:00", "13:00"), rule(1, "12:00", "14:00"))));

        assertThat(answer.code()).isEqualTo("rule_overlap");
        assertThat(gym.as(trainer).get("/slots/rules").json().path("items")).hasSize(7);
    }

    @Test
    void a_client_sees_the_slots_that_are_left() {
        gym.as(client).post("/bookings", wish(trainer, client, "2026-12-01T12:00:00+03:00"));

        JsonNode slots = slots(client, "from=2026-11-30&to=2026-12-01");

        assertThat(slots.path("timezone").asString()).isEqualTo("Europe/Moscow");
        assertThat(slots.path("days")).hasSize(2);
        // it is noon, and two hours of notice are asked
        assertThat(starts(slots, 0)).containsExactly("14:00", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00");
        assertThat(starts(slots, 1))
                .containsExactly(
                        "09:00", "09:30", "10:00", "10:30", "11:00", "13:00", "13:30", "14:00", "14:30", "15:00",
                        "15:30", "16:00", "16:30", "17:00");
        assertThat(slots.path("days")
                        .path(1)
                        .path("slots")
                        .path(0)
                        .path("ends_at")
                        .asString())
                .isEqualTo("2026-12-01T10:00:00+03:00");
    }

    @Test
    void a_trainer_sees_also_what_clients_can_no_longer_or_not_yet_book() {
        gym.selfBooking(trainer, SelfBooking.OFF);

        assertThat(starts(slots(trainer, "from=2026-11-30&to=2026-11-30"), 0)).startsWith("12:00");
        assertThat(starts(slots(trainer, "from=2027-06-01&to=2027-06-01"), 0)).startsWith("09:00");
        assertThat(starts(slots(client, "from=2026-12-01&to=2026-12-01"), 0)).isEmpty();
    }

    @Test
    void slots_of_another_length_can_be_asked_for() {
        assertThat(starts(slots(client, "from=2026-12-01&to=2026-12-01&minutes=480"), 0))
                .containsExactly("09:00", "09:30", "10:00");
    }

    @Test
    void every_slot_that_is_offered_can_be_booked() {
        Somebody elsewhere = gym.trainer(ZoneId.of("Asia/Kathmandu"));
        Somebody theirs = gym.clientOf(elsewhere);
        JsonNode offered = gym.as(theirs)
                .get("/slots/trainer/" + elsewhere.telegramId() + "?from=2026-12-03&to=2026-12-03")
                .json();

        for (JsonNode slot : offered.path("days").path(0).path("slots")) {
            Answer answer = gym.as(theirs)
                    .post(
                            "/bookings",
                            wish(elsewhere, theirs, slot.path("starts_at").asString()));
            String id = answer.json().path("id").asString();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(gym.as(theirs).delete("/bookings/" + id + "?version=0").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_day_shows_free_time_and_bookings_in_order() {
        gym.as(trainer).post("/bookings", wish(trainer, client, "2026-12-01T07:00:00+03:00"));
        gym.as(client).post("/bookings", wish(trainer, client, "2026-12-01T12:00:00+03:00"));

        JsonNode day = gym.as(trainer)
                .get("/slots/trainer/" + trainer.telegramId() + "/day/2026-12-01")
                .json();

        List<String> items = new ArrayList<>();
        day.path("items")
                .forEach(item -> items.add(item.path("kind").asString() + " "
                        + item.path("starts_at").asString().substring(11, 16) + "–"
                        + item.path("ends_at").asString().substring(11, 16)));
        assertThat(items)
                .containsExactly("booking 07:00–08:00", "free 09:00–12:00", "booking 12:00–13:00", "free 13:00–18:00");
        assertThat(day.path("items").path(2).path("booking").path("status").asString())
                .isEqualTo("CONFIRMED");
        assertThat(day.path("items").path(1).path("booking").isNull()).isTrue();
        assertThat(day.path("working").path(0).path("ends_at").asString()).isEqualTo("2026-12-01T18:00:00+03:00");
        assertThat(day.path("off").asBoolean()).isFalse();
    }

    @Test
    void a_trainers_bookings_can_be_listed_by_day_and_status_and_page_by_page() {
        for (String start : List.of("01T10", "01T12", "01T14", "02T10")) {
            gym.as(client).post("/bookings", wish(trainer, client, "2026-12-" + start + ":00:00+03:00"));
        }
        Api.Client phone = gym.as(trainer);
        String path = "/bookings/trainer/" + trainer.telegramId();

        assertThat(phone.get(path + "?date=2026-12-01").json().path("items")).hasSize(3);
        assertThat(phone.get(path + "?from=2026-12-02&to=2026-12-09").json().path("items"))
                .hasSize(1);
        assertThat(phone.get(path + "?status=PENDING").json().path("items")).isEmpty();
        assertThat(phone.get(path + "?client=" + client.telegramId()).json().path("items"))
                .hasSize(4);
        assertThat(phone.get(path + "?client=" + trainer.telegramId()).json().path("items"))
                .isEmpty();
        assertThat(phone.get(path + "?client=1").json().path("items")).isEmpty();
        JsonNode first = phone.get(path + "?limit=3&status=PENDING,CONFIRMED").json();
        JsonNode second = phone.get(
                        path + "?limit=3&cursor=" + first.path("next_cursor").asString())
                .json();
        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items").path(0).path("starts_at").asString()).isEqualTo("2026-12-02T10:00:00+03:00");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void a_client_finds_what_lies_ahead_and_what_is_history() {
        for (String start : List.of("01T10", "01T12", "02T10")) {
            gym.as(client).post("/bookings", wish(trainer, client, "2026-12-" + start + ":00:00+03:00"));
        }
        String path = "/bookings/client/" + client.telegramId();
        JsonNode ahead = gym.as(client).get(path).json().path("items");
        assertThat(ahead).hasSize(3);
        gym.as(client).delete("/bookings/" + ahead.path(0).path("id").asString() + "?version=0");
        gym.as(client).delete("/bookings/" + ahead.path(1).path("id").asString() + "?version=0");

        JsonNode history = gym.as(client).get(path + "?scope=history&limit=1").json();
        JsonNode rest = gym.as(client)
                .get(path + "?scope=history&limit=1&cursor="
                        + history.path("next_cursor").asString())
                .json();

        assertThat(gym.as(client).get(path + "?scope=upcoming").json().path("items"))
                .hasSize(1);
        assertThat(history.path("items").path(0).path("starts_at").asString()).isEqualTo("2026-12-01T12:00:00+03:00");
        assertThat(rest.path("items").path(0).path("starts_at").asString()).isEqualTo("2026-12-01T10:00:00+03:00");
    }

    @Test
    void the_roster_knows_what_each_client_has_booked() {
        Somebody other = gym.clientOf(trainer);
        gym.as(client).post("/bookings", wish(trainer, client, "2026-12-01T10:00:00+03:00"));
        application.getBean(ru.trenergram.support.MovableClock.class).advance(java.time.Duration.ofDays(2));
        application.getBean(Bookings.class).completeEnded(100);
        gym.as(client).post("/bookings", wish(trainer, client, "2026-12-03T10:00:00+03:00"));
        String path = "/users/trainer/" + trainer.telegramId() + "/clients";

        JsonNode first = gym.as(trainer).get(path + "?limit=1").json();
        JsonNode second = gym.as(trainer)
                .get(path + "?limit=1&cursor=" + first.path("next_cursor").asString())
                .json();

        JsonNode busy = first.path("items").path(0);
        assertThat(busy.path("client").path("telegram_id").asLong()).isEqualTo(client.telegramId());
        assertThat(busy.path("bookings_total").asInt()).isEqualTo(2);
        assertThat(busy.path("bookings_upcoming").asInt()).isEqualTo(1);
        assertThat(busy.path("last_visit_at").asString()).isEqualTo("2026-12-01T10:00:00+03:00");
        JsonNode idle = second.path("items").path(0);
        assertThat(idle.path("client").path("telegram_id").asLong()).isEqualTo(other.telegramId());
        assertThat(idle.path("bookings_total").asInt()).isZero();
        assertThat(idle.path("last_visit_at").isNull()).isTrue();
        assertThat(gym.as(trainer).get(path + "?query=nobody-like-this").json().path("items"))
                .isEmpty();
    }

    private static Map<String, Object> rule(int weekday, String from, String to) {
        return Map.of("weekday", weekday, "from", from, "to", to);
    }

    private JsonNode slots(Somebody viewer, String query) {
        Answer answer = gym.as(viewer).get("/slots/trainer/" + trainer.telegramId() + "?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> starts(JsonNode slots, int day) {
        List<String> starts = new ArrayList<>();
        slots.path("days")
                .path(day)
                .path("slots")
                .forEach(slot -> starts.add(slot.path("starts_at").asString().substring(11, 16)));
        return starts;
    }
}
