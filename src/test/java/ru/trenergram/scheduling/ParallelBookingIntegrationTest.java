package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.Gym.wish;
import static ru.trenergram.support.Together.atOnce;

import java.util.List;
import java.util.Map;
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

    private long count(String sql) {
        return jdbc.sql(sql).param(trainer.userId()).query(Long.class).single();
    }
}
