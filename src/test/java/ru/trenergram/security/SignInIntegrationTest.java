package ru.trenergram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.users.Users;

@IntegrationTest
class SignInIntegrationTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    AccessTokens tokens;

    @Autowired
    OneTimeLogins logins;

    @Autowired
    Users users;

    @Test
    void genuine_init_data_makes_the_user_and_gives_a_token() {
        Answer answer = api.nobody().post("/auth/telegram", Map.of("init_data", api.initData(501, "Анна")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asLong()).isEqualTo(1800);
        assertThat(answer.json().path("user").path("telegram_id").asLong()).isEqualTo(501);
        Answer me = api.withToken(answer.json().path("access_token").asString()).get("/users/me");
        assertThat(me.json().path("first_name").asString()).isEqualTo("Анна");
        assertThat(me.json().path("roles")).isEmpty();
    }

    @Test
    void whoever_signs_in_anew_may_carry_a_token_that_no_longer_counts() {
        Answer answer = api.withToken("of.another.start")
                .post("/auth/telegram", Map.of("init_data", api.initData(505, "Анна")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void a_new_user_who_signs_in_from_many_places_at_once_is_one_user() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> signIn = () -> api.nobody()
                    .post("/auth/telegram", Map.of("init_data", api.initData(502, "Борис")))
                    .status();
            List<Future<Integer>> answers =
                    pool.invokeAll(Stream.generate(() -> signIn).limit(20).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void forged_init_data_is_refused_with_its_code() {
        String forged = api.initData(503, "Вера").replace("503", "504");

        Answer answer = api.nobody().post("/auth/telegram", Map.of("init_data", forged));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("init_data_invalid");
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void stale_init_data_says_so_in_the_callers_language() {
        String initData = api.initData(505, "Глеб");
        clock.advance(Duration.ofHours(25));

        Answer answer = api.nobody().speaking("en").post("/auth/telegram", Map.of("init_data", initData));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("init_data_stale");
        assertThat(answer.json().path("detail").asString()).contains("Open it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"init_data\":null}", "{\"init_data\":\"\"}"})
    void absent_init_data_is_a_validation_error(String body) {
        Answer answer = api.nobody().write("POST", "/auth/telegram", body, null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldError("init_data")).isEqualTo("required");
    }

    @Test
    void a_token_is_worth_nothing_once_it_has_expired() {
        Api.Client client = api.signedIn(506, "Дина");
        assertThat(client.get("/users/me").status()).isEqualTo(200);

        clock.advance(tokens.lifetime().plusSeconds(10));

        assertThat(client.get("/users/me").code()).isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwidGciOiIxIn0.",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIiwidGciOiIxIn0.c2lnbmF0dXJl"
            })
    void a_forged_token_is_refused(String token) {
        Answer answer = api.withToken(token).get("/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthorized");
    }

    @Test
    void a_one_time_link_works_once() {
        long user = users.find(501).map(found -> found.id()).orElseGet(() -> {
            api.signedIn(501, "Анна");
            return users.byTelegramId(501).id();
        });
        String token = logins.issue(user);

        assertThat(logins.redeem(token)).contains(user);
        assertThat(logins.redeem(token)).isEmpty();
    }

    @Test
    void of_twenty_who_follow_a_one_time_link_at_once_one_gets_in() throws Exception {
        api.signedIn(502, "Анна");
        long user = users.byTelegramId(502).id();
        String token = logins.issue(user);
        Callable<Optional<Long>> follow = () -> logins.redeem(token);

        assertThat(atOnce(Collections.nCopies(20, follow)))
                .filteredOn(Optional::isPresent)
                .containsExactly(Optional.of(user));
    }

    @Test
    void a_one_time_link_expires_after_five_minutes_and_with_the_next_one() {
        api.signedIn(507, "Ева");
        long user = users.byTelegramId(507).id();
        String first = logins.issue(user);
        String second = logins.issue(user);

        assertThat(logins.redeem(first)).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        assertThat(logins.redeem(second)).isEmpty();
    }
}
