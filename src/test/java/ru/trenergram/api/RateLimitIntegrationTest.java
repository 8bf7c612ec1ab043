package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Together;

/** API.md, "Limits", with smaller numbers. */
@IntegrationTest
@TestPropertySource(
        properties = {"trenergram.limits.writes=5", "trenergram.limits.reads=10", "trenergram.limits.sign-ins=6"})
class RateLimitIntegrationTest {

    private static final AtomicLong IDS = new AtomicLong(7_210_000_000L);
    private static final Map<String, String> PROFILE = Map.of("first_name", "Анна");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    RateLimits limits;

    /** A minute later everybody may do everything again. */
    @BeforeEach
    void a_minute_passes() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_clock_that_goes_back_leaves_nobody_waiting_for_the_time_it_showed() {
        Api.Client anna = signedIn();
        for (int i = 0; i < 5; i++) {
            anna.put("/users/profile", PROFILE);
        }
        assertThat(anna.put("/users/profile", PROFILE).status()).isEqualTo(429);

        clock.advance(Duration.ofDays(-1));
        limits.on(new TimeMoved());

        assertThat(anna.put("/users/profile", PROFILE).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void a_user_writes_and_reads_so_many_times_a_minute_and_is_told_when_to_go_on() {
        Api.Client anna = signedIn();
        for (int i = 0; i < 5; i++) {
            assertThat(anna.put("/users/profile", PROFILE).status()).isEqualTo(200);
        }

        Answer refused = anna.speaking("en").put("/users/profile", PROFILE);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("12");
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("Too many requests in a row. Try again in 12 s.");
        assertThat(anna.get("/users/me").status()).isEqualTo(200); // reads are counted by themselves
        clock.advance(Duration.ofSeconds(12));
        assertThat(anna.put("/users/profile", PROFILE).status()).isEqualTo(200);
        assertThat(anna.put("/users/profile", PROFILE).status()).isEqualTo(429);
    }

    @Test
    void nobody_else_is_held_off() {
        Api.Client anna = signedIn();
        Api.Client boris = signedIn();
        for (int i = 0; i < 10; i++) {
            assertThat(anna.get("/users/me").status()).isEqualTo(200);
        }

        assertThat(anna.get("/users/me").status()).isEqualTo(429);
        assertThat(boris.get("/users/me").status()).isEqualTo(200);
    }

    @Test
    void many_at_once_get_through_no_more_than_may() throws Exception {
        Api.Client anna = signedIn();

        List<Integer> statuses = Together.atOnce(Collections.nCopies(
                40, (Callable<Integer>) () -> anna.get("/users/me").status()));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(30);
    }

    @Test
    void an_address_signs_in_and_reads_so_many_times_a_minute() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("203.0.113.7").statusCode()).isEqualTo(401);
        }

        assertThat(signIn("203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(signIn("203.0.113.8").statusCode()).isEqualTo(401);
        for (int i = 0; i < 10; i++) {
            assertThat(clubs("203.0.113.7").statusCode()).isEqualTo(200);
        }
        assertThat(clubs("203.0.113.7").statusCode()).isEqualTo(429);
    }

    @Test
    void what_the_caller_claims_about_their_address_does_not_count() throws Exception {
        for (int i = 0; i < 6; i++) {
            signIn("198.51.100." + i + ", 203.0.113.9");
        }

        assertThat(signIn("198.51.100.77, 203.0.113.9").statusCode()).isEqualTo(429);
    }

    @Test
    void the_addresses_of_one_connection_count_together() throws Exception {
        for (int i = 0; i < 6; i++) {
            signIn("2001:db8:1:2::" + i);
        }

        assertThat(signIn("2001:db8:1:2:aaaa::1").statusCode()).isEqualTo(429);
        assertThat(signIn("2001:db8:1:3::1").statusCode()).isEqualTo(401);
    }

    private Api.Client signedIn() {
        return api.signedIn(IDS.incrementAndGet(), "Анна");
    }

    private HttpResponse<String> signIn(String forwardedFor) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(api.address("/api/v1/auth/telegram")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"init_data\": \"nonsense\"}")),
                forwardedFor);
    }

    private HttpResponse<String> clubs(String forwardedFor) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api.address("/api/v1/clubs"))), forwardedFor);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String forwardedFor)
            throws IOException, InterruptedException {
        try (HttpClient phone = HttpClient.newHttpClient()) {
            return phone.send(request.header("X-Forwarded-For", forwardedFor).build(), BodyHandlers.ofString());
        }
    }
}
