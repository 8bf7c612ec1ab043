package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.scheduling.Gym.with;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.JsonNode;

/** What many do at once. */
@IntegrationTest
class ParallelBookingIntegrationTest {

    private static final int MANY = 50;
    private static final String SLOT = "2026-12-01T10:00:00+03:00";

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private Gym gym;
    private Somebody trainer;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        trainer = gym.trainer();
    }

    @Test
    void fifty_parallel_requests_for_one_slot_give_one_booking() throws Exception {
        List<Callable<Answer>> requests = IntStream.range(0, MANY)
                .mapToObj(n -> {
                    Somebody client = gym.clientOf(trainer);
                    Api.Client phone = gym.as(client);
                    return (Callable<Answer>) () -> phone.post("/bookings", wish(trainer, client, SLOT));
                })
                .toList();

        List<Answer> answers = atOnce(requests);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(MANY - 1)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("slot_taken"));
        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ?")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM occupancy JOIN resource r ON r.id = resource_id WHERE trainer_id = ?"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "SELECT count(*) FROM booking_history JOIN booking b ON b.id = booking_id WHERE trainer_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void parallel_requests_for_overlapping_times_never_overlap() throws Exception {
        Somebody client = gym.clientOf(trainer);
        Api.Client phone = gym.as(trainer);
        List<Callable<Answer>> requests = IntStream.range(0, 24)
                .mapToObj(n ->
                        String.format(java.util.Locale.ROOT, "2026-12-01T%02d:%02d:00+03:00", 10 + n / 12, n % 12 * 5))
                .map(start -> (Callable<Answer>) () -> phone.post("/bookings", wish(trainer, client, start)))
                .toList();

        List<Answer> answers = atOnce(requests);

        assertThat(answers)
                .allMatch(answer -> answer.status() == 201 || answer.code().equals("slot_taken"));
        assertThat(count("""
                        SELECT count(*) FROM booking a JOIN booking b ON a.trainer_id = b.trainer_id AND a.id < b.id
                        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.trainer_id = ?""")).isZero();
        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ?"))
                .isEqualTo(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .count());
    }

    @RepeatedTest(5)
    void of_a_parallel_confirm_and_cancel_one_is_legal_and_the_other_is_told() throws Exception {
        Somebody client = gym.clientOf(trainer);
        Api.Client trainersPhone = gym.as(trainer);
        Api.Client clientsPhone = gym.as(client);
        JsonNode booking =
                trainersPhone.post("/bookings", wish(trainer, client, SLOT)).json();
        String path = "/bookings/" + booking.path("id").asString();

        List<Answer> answers = atOnce(List.of(
                () -> clientsPhone.put(path + "/confirm", Map.of("version", 0)),
                () -> trainersPhone.delete(path + "?version=0")));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("stale_version"));
        JsonNode now = clientsPhone.get(path).json();
        boolean confirmed = answers.getFirst().status() == 200;
        assertThat(now.path("status").asString()).isEqualTo(confirmed ? "CONFIRMED" : "CANCELLED");
        assertThat(now.path("version").asInt()).isEqualTo(1);
        assertThat(now.path("history")).hasSize(2);
        assertThat(count("SELECT count(*) FROM occupancy JOIN resource r ON r.id = resource_id WHERE trainer_id = ?"))
                .isEqualTo(confirmed ? 1 : 0);
    }

    @Test
    void of_parallel_moves_into_one_gap_one_gets_it_and_the_others_stay_where_they_were() throws Exception {
        Api.Client phone = gym.as(trainer);
        Somebody client = gym.clientOf(trainer);
        List<JsonNode> booked = IntStream.range(0, 12)
                .mapToObj(n -> phone.post(
                                "/bookings",
                                wish(trainer, client, String.format(Locale.ROOT, "2026-12-02T%02d:00:00+03:00", 6 + n)))
                        .json())
                .toList();

        List<Answer> answers = atOnce(booked.stream()
                .map(one -> (Callable<Answer>) () ->
                        phone.put("/bookings/" + one.path("id").asString(), Map.of("version", 0, "starts_at", SLOT)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.code().equals("slot_taken")))
                .hasSize(11);
        for (JsonNode one : booked) {
            JsonNode now = phone.get("/bookings/" + one.path("id").asString()).json();
            boolean moved = now.path("version").asInt() == 1;
            assertThat(now.path("starts_at").asString())
                    .isEqualTo(moved ? SLOT : one.path("starts_at").asString());
        }
        assertThat(count("SELECT count(*) FROM occupancy JOIN resource r ON r.id = resource_id WHERE trainer_id = ?"))
                .isEqualTo(12);
    }

    @RepeatedTest(3)
    void a_block_and_a_booking_at_once_never_lie_over_each_other() throws Exception {
        Api.Client trainersPhone = gym.as(trainer);
        Somebody client = gym.clientOf(trainer);
        Api.Client clientsPhone = gym.as(client);

        List<Answer> answers = atOnce(List.of(
                () -> trainersPhone.post(
                        "/slots/blocks",
                        Map.of("starts_at", "2026-12-01T10:30:00+03:00", "ends_at", "2026-12-01T12:00:00+03:00")),
                () -> clientsPhone.post("/bookings", wish(trainer, client, SLOT))));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("slot_taken"));
    }

    @Test
    void two_tabs_that_save_the_week_at_once_do_not_mix_their_hours() throws Exception {
        Api.Client phone = gym.as(trainer);
        List<Answer> answers = atOnce(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> (Callable<Answer>) () -> phone.put(
                        "/slots/rules",
                        Map.of("version", 1, "rules", List.of(Map.of("weekday", day, "from", "10:00", "to", "12:00")))))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.code().equals("stale_version")))
                .hasSize(6);
        assertThat(phone.get("/slots/rules").json().path("items")).hasSize(1);
    }

    @Test
    void of_parallel_series_into_one_gap_one_wins_whole() throws Exception {
        Somebody client = gym.clientOf(trainer);
        Api.Client phone = gym.as(trainer);
        Map<String, Object> series = with(wish(trainer, client, SLOT), "repeat", Map.of("weeks", 12));

        List<Answer> answers = atOnce(Collections.nCopies(8, (Callable<Answer>) () -> phone.post("/bookings", series)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.code().equals("series_conflict")))
                .hasSize(7)
                .allSatisfy(
                        answer -> assertThat(answer.json().path("conflicts")).hasSize(12));
        assertThat(count("SELECT count(*) FROM booking WHERE trainer_id = ?")).isEqualTo(12);
    }

    @RepeatedTest(3)
    void a_series_among_single_bookings_is_made_whole_or_not_at_all() throws Exception {
        Somebody client = gym.clientOf(trainer);
        Api.Client phone = gym.as(trainer);
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            String start =
                    OffsetDateTime.parse(SLOT).plusWeeks(n % 10).plusMinutes(n).toString();
            requests.add(() -> phone.post("/bookings", wish(trainer, client, start)));
        }
        Map<String, Object> series = with(wish(trainer, client, SLOT), "repeat", Map.of("weeks", 10));
        requests.add(() -> phone.post("/bookings", series));

        List<Answer> answers = atOnce(requests);

        boolean made = answers.getLast().status() == 201;
        long singles = answers.stream().filter(answer -> answer.status() == 201).count() - (made ? 1 : 0);
        assertThat(answers)
                .allMatch(answer -> answer.status() == 201
                        || answer.code().equals("slot_taken")
                        || answer.code().equals("series_conflict"));
        assertThat(count("SELECT count(*) FROM booking WHERE series_id IS NOT NULL AND trainer_id = ?"))
                .isEqualTo(made ? 10 : 0);
        assertThat(count("SELECT count(*) FROM booking WHERE series_id IS NULL AND trainer_id = ?"))
                .isEqualTo(singles);
    }

    @RepeatedTest(3)
    void of_parallel_changes_of_one_series_one_is_made_and_none_waits_for_ever() throws Exception {
        Somebody client = gym.clientOf(trainer);
        Api.Client phone = gym.as(trainer);
        phone.post("/bookings", with(wish(trainer, client, SLOT), "repeat", Map.of("weeks", 8)));
        List<BookingInfo> series = application
                .getBean(Bookings.class)
                .ofTrainer(trainer.userId(), new BookingFilter(null, null, Set.of()), null, 10);

        List<Answer> answers = atOnce(series.stream()
                .map(one -> (Callable<Answer>) () -> {
                    Duration shift = Duration.ofMinutes(5L * series.indexOf(one) + 5);
                    String start = one.startsAt().plus(shift).toString();
                    return phone.put("/bookings/" + one.id(), Map.of("version", 0, "scope", "all", "starts_at", start));
                })
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.code().equals("stale_version")))
                .hasSize(7);
        assertThat(count("SELECT count(*) FROM booking WHERE version = 1 AND trainer_id = ?"))
                .isEqualTo(8);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(trainer.userId()).query(Long.class).single();
    }
}
