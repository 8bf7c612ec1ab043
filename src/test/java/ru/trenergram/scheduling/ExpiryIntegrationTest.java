package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.scheduling.Gym.wish;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.trainers.SelfBooking;
import tools.jackson.databind.JsonNode;

/** What becomes of bookings that nobody answers (PRODUCT.md, "Booking"). It is noon of 30 November in Moscow. */
@IntegrationTest
class ExpiryIntegrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Gym gym;
    private Somebody trainer;
    private Somebody client;
    private Bookings bookings;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        bookings = application.getBean(Bookings.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-12-03T10:00:00+03:00, 2026-12-01T08:59:59Z, 2026-12-01T09:00:00Z
                    2026-11-30T16:00:00+03:00, 2026-11-30T12:59:59Z, 2026-11-30T13:00:00Z
                    """)
    void a_request_lapses_after_a_day_and_at_latest_at_its_start(String start, Instant last, Instant over) {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, start);
        assertThat(statusAt(last, asked)).isEqualTo("PENDING");

        assertThat(statusAt(over, asked)).isEqualTo("CANCELLED");

        JsonNode now = read(asked);
        assertThat(now.path("cancelled_by").asString()).isEqualTo("system");
        assertThat(now.path("cancel_reason").asString()).isEqualTo("not_accepted");
        assertThat(now.path("history").path(1).path("actor").asString()).isEqualTo("system");
        assertThat(now.path("allowed_actions")).isEmpty();
        for (Somebody told : List.of(trainer, client)) {
            await().untilAsserted(() -> assertThat(messages(told, asked))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("Тренировка отменена", "тренер не успел ответить")
                            .doesNotContain("not_accepted")));
        }
    }

    @Test
    void what_the_client_never_answered_stays_for_three_days_after_its_end() {
        JsonNode booking = book(trainer, "2026-12-01T10:00:00+03:00");
        assertThat(statusAt(Instant.parse("2026-12-04T07:59:59Z"), booking)).isEqualTo("PENDING");
        assertThat(read(booking).path("allowed_actions").toString()).contains("complete");

        assertThat(statusAt(Instant.parse("2026-12-04T08:00:00Z"), booking)).isEqualTo("CANCELLED");

        assertThat(read(booking).path("cancel_reason").asString()).isEqualTo("unanswered");
    }

    @Test
    void a_move_begins_the_wait_anew() {
        JsonNode booking = book(client, "2026-12-03T10:00:00+03:00");
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        clock.moveTo(Instant.parse("2026-12-01T06:00:00Z"));
        gym.as(client).put(path(booking), Map.of("version", 0, "starts_at", "2026-12-04T10:00:00+03:00"));

        assertThat(statusAt(Instant.parse("2026-12-02T05:59:59Z"), booking)).isEqualTo("PENDING");
        assertThat(statusAt(Instant.parse("2026-12-02T06:00:00Z"), booking)).isEqualTo("CANCELLED");
    }

    @Test
    void what_was_answered_does_not_lapse() {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, "2026-12-10T10:00:00+03:00");
        gym.as(trainer).put(path(asked) + "/confirm", Map.of("version", 0));

        assertThat(statusAt(Instant.parse("2026-12-05T09:00:00Z"), asked)).isEqualTo("CONFIRMED");
    }

    @Test
    void schedulers_on_many_nodes_give_each_up_once() throws Exception {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        List<JsonNode> asked = IntStream.range(9, 17)
                .mapToObj(hour -> book(client, String.format(Locale.ROOT, "2026-12-03T%02d:00:00+03:00", hour)))
                .toList();
        clock.moveTo(Instant.parse("2026-12-01T09:00:00Z"));

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> runs = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(n -> nodes.submit(() -> {
                        while (bookings.expireUnanswered(3) > 0) {
                            // takes what the others have not
                        }
                    }))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        }

        for (JsonNode one : asked) {
            JsonNode now = read(one);
            assertThat(now.path("status").asString()).isEqualTo("CANCELLED");
            assertThat(now.path("version").asInt()).isEqualTo(1);
            assertThat(now.path("history")).hasSize(2);
        }
    }

    @Test
    void the_scheduler_gives_up_what_is_due() throws Exception {
        gym.selfBooking(trainer, SelfBooking.REQUEST);
        JsonNode asked = book(client, "2026-12-03T10:00:00+03:00");
        clock.moveTo(Instant.parse("2026-12-01T09:00:00Z"));

        QuartzJobs.run(
                application,
                "expire-bookings",
                () -> assertThat(read(asked).path("status").asString()).isEqualTo("CANCELLED"));
    }

    private String statusAt(Instant moment, JsonNode booking) {
        clock.moveTo(moment);
        while (bookings.expireUnanswered(50) == 50) {
            // what other tests have left is given up along
        }
        return read(booking).path("status").asString();
    }

    private JsonNode read(JsonNode booking) {
        return gym.as(trainer).get(path(booking)).json();
    }

    private List<String> messages(Somebody recipient, JsonNode booking) {
        return jdbc.sql("SELECT payload ->> 'text' FROM telegram_outbox WHERE dedupe_key = ?")
                .param("booking:" + booking.path("id").asString() + ":1:"
                        + (recipient.equals(trainer) ? Side.TRAINER : Side.CLIENT))
                .query(String.class)
                .list();
    }

    private JsonNode book(Somebody by, String startsAt) {
        Answer answer = gym.as(by).post("/bookings", wish(trainer, client, startsAt));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonNode booking) {
        return "/bookings/" + booking.path("id").asString();
    }
}
