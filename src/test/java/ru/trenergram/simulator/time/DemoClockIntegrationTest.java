package ru.trenergram.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;

/** The demo clock over HTTP. The clock of these tests is another one and does not follow it. */
@SimulatorTest
class DemoClockIntegrationTest {

    private static final String CLOCK = "/simulator/api/clock";

    private final Http http;
    private final JdbcClient jdbc;

    DemoClockIntegrationTest(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.http = new Http(port);
        this.jdbc = jdbc;
    }

    @AfterEach
    void back_to_the_present() {
        http.delete(CLOCK);
    }

    @Test
    void it_goes_forward_by_steps_and_back_to_the_real_time() {
        assertThat(ahead(http.get(CLOCK))).isZero();

        assertThat(ahead(http.post(CLOCK, "{\"forward\":\"15m\"}"))).isEqualTo(900);
        assertThat(ahead(http.post(CLOCK, "{\"forward\":\"PT1H\"}"))).isEqualTo(4500);
        var tomorrow = http.post(CLOCK, "{\"forward\":\"1d\"}");
        assertThat(ahead(tomorrow)).isEqualTo(90_900);
        assertThat(instant(tomorrow, "now"))
                .isEqualTo(instant(tomorrow, "real_now").plusSeconds(90_900));
        assertThat(http.get("/simulator/api/state")
                        .body()
                        .get("clock")
                        .get("ahead_seconds")
                        .longValue())
                .isEqualTo(90_900);

        assertThat(ahead(http.delete(CLOCK))).isZero();
    }

    @Test
    void it_travels_to_a_moment() {
        Instant wanted = Clock.systemUTC().instant().plus(Duration.ofHours(30));

        var reading = http.post(CLOCK, "{\"to\":\"" + wanted + "\"}");

        assertThat(instant(reading, "now")).isCloseTo(wanted, within(30, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"forward\":\"-1h\"}",
                "{\"forward\":\"0s\"}",
                "{\"forward\":\"tomorrow\"}",
                "{\"forward\":\"400d\"}",
                "{\"forward\":\"99999999999999999d\"}",
                "{\"to\":\"2001-01-01T00:00:00Z\"}",
                "{\"to\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"to\":\"tomorrow\"}",
                "{\"to\":\"2090-01-01T00:00:00Z\",\"forward\":\"1h\"}"
            })
    void there_is_no_way_to_the_past_nor_beyond_a_year(String travel) {
        var refused = http.post(CLOCK, travel);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").stringValue()).isEqualTo("invalid_moment");
        assertThat(ahead(http.get(CLOCK))).isZero();
    }

    @Test
    void many_steps_do_not_lead_beyond_a_year_either() {
        assertThat(http.post(CLOCK, "{\"forward\":\"366d\"}").status()).isEqualTo(200);

        assertThat(http.post(CLOCK, "{\"forward\":\"1m\"}").status()).isEqualTo(422);
    }

    @Test
    void other_nodes_follow_and_a_restart_forgets_nothing() {
        var noticed = new AtomicInteger();
        var otherNode = new DemoClock(jdbc, event -> {
            assertThat(event).isInstanceOf(TimeMoved.class);
            noticed.incrementAndGet();
        });
        http.post(CLOCK, "{\"forward\":\"2h\"}");
        assertThat(otherNode.ahead()).isZero();

        otherNode.tick();
        otherNode.tick();

        assertThat(otherNode.ahead()).isEqualTo(Duration.ofHours(2));
        assertThat(noticed).hasValue(1);
        assertThat(new DemoClock(jdbc, event -> {}).ahead()).isEqualTo(Duration.ofHours(2));
    }

    private static long ahead(Http.Answer answer) {
        return answer.body().get("ahead_seconds").longValue();
    }

    private static Instant instant(Http.Answer answer, String field) {
        return Instant.parse(answer.body().get(field).stringValue());
    }
}
