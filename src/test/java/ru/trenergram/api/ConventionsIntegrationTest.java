package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/** What API.md says of every call, under "Conventions". */
@IntegrationTest
class ConventionsIntegrationTest {

    private static final String PROFILE = "/users/profile";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Test
    void without_a_token_there_is_a_401_with_a_code_and_a_trace_id() {
        Answer answer = api.nobody().get("/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthorized");
        assertThat(answer.json().path("trace_id").asString()).hasSize(16);
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).isEqualTo("Войдите, чтобы продолжить.");
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"/users/me,401", "/clubs/999,404"})
    void who_names_no_language_hears_russian_wherever_the_refusal_comes_from(String path, int status) {
        HttpResponse<String> answer = api.page("/api/v1" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).containsPattern("\"detail\":\"[А-Я]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    PUT  | /users/profile            | {"first_name":       | 400 | malformed_request
                    PUT  | /users/profile            | nonsense             | 400 | malformed_request
                    PUT  | /users/profile            | ``                   | 400 | malformed_request
                    PUT  | /users/profile            | []                   | 400 | malformed_request
                    PUT  | /users/profile            | {"first_name":""}    | 422 | validation_failed
                    PUT  | /users/profile            | {"first_name":"  "}  | 422 | validation_failed
                    PUT  | /users/profile            | {"first_name":{}}    | 422 | validation_failed
                    PUT  | /users/profile            | {"phone":"call me"}  | 422 | validation_failed
                    PUT  | /users/profile            | {"language":"de"}    | 422 | validation_failed
                    PUT  | /users/profile            | {"timezone":"Mars"}  | 422 | validation_failed
                    PUT  | /users/profile            | {"first_name":"a\\u0000"} | 422 | validation_failed
                    PATCH| /users/profile            | {}                   | 405 | method_not_allowed
                    POST | /users/nothing-here       | {}                   | 404 | not_found
                    POST | /users/me/trainers        | {"code":"trainer_1"} | 404 | not_found
                    POST | /users/me/trainers        | {"code":"../../etc"} | 404 | not_found
                    POST | /users/me/trainers        | {}                   | 422 | validation_failed
                    PUT  | /users/trainer/1/settings | {"version":0}        | 404 | not_found
                    PUT  | /users/trainer/x/settings | {"version":0}        | 404 | not_found
                    """)
    void bad_input_is_refused_with_a_code(String method, String path, String body, int status, String code) {
        Answer answer = api.signedIn(601, "Анна").write(method, path, body, null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void a_field_error_names_the_field_as_the_api_does() {
        Answer answer = api.signedIn(601, "Анна").put(PROFILE, Map.of("first_name", "x".repeat(65)));

        assertThat(answer.fieldError("first_name")).isEqualTo("size");
        assertThat(answer.json().path("errors").path(0).path("message").asString())
                .isEqualTo("Длина — от 1 до 64 знаков.");
    }

    @ParameterizedTest
    @CsvSource({
        "/clubs?limit=0,422",
        "/clubs?query=%00,422",
        "/clubs?limit=201,422",
        "/clubs?limit=x,422",
        "/clubs?cursor=%21,422",
        "/clubs?cursor=YQ,422",
        "/clubs/999,404",
        "/clubs/x,404",
        "/clubs/,200",
        "/clubs,200"
    })
    void lists_check_their_parameters(String path, int status) {
        assertThat(api.nobody().get(path).status()).isEqualTo(status);
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        Answer answer = api.signedIn(601, "Анна").put(PROFILE, Map.of("first_name", "x".repeat(10_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too_large");
    }

    @Test
    void a_body_that_is_not_json_is_refused_by_its_type() throws Exception {
        HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(api.address("/api/v1/auth/telegram")))
                                .header("Content-Type", "text/plain")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("hello"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("unsupported_media_type");
    }

    @Test
    void a_write_that_is_repeated_with_its_key_gets_the_first_answer() {
        Api.Client anna = api.signedIn(602, "Анна");
        Answer first = anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "key-1");
        anna.put(PROFILE, Map.of("first_name", "Нюра"));

        Answer repeated = anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "key-1");

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.http().body()).isEqualTo(first.http().body());
        assertThat(anna.get("/users/me").json().path("first_name").asString()).isEqualTo("Нюра");
    }

    @Test
    void a_key_with_another_body_is_a_mismatch_and_another_callers_key_is_not() {
        Api.Client anna = api.signedIn(603, "Анна");
        anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "key-2");

        Answer mismatch = anna.write("PUT", PROFILE, Map.of("first_name", "Ася"), "key-2");
        Answer other = api.signedIn(604, "Борис").write("PUT", PROFILE, Map.of("first_name", "Боря"), "key-2");

        assertThat(mismatch.status()).isEqualTo(422);
        assertThat(mismatch.code()).isEqualTo("idempotency_mismatch");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void a_refusal_is_repeated_too_and_a_key_is_forgotten_after_a_day() {
        Api.Client anna = api.signedIn(605, "Анна");
        Answer refused = anna.write("PUT", PROFILE, Map.of("language", "de"), "key-3");
        assertThat(refused.status()).isEqualTo(422);

        assertThat(anna.write("PUT", PROFILE, Map.of("language", "de"), "key-3")
                        .http()
                        .body())
                .isEqualTo(refused.http().body());
        assertThat(anna.write("PUT", PROFILE, Map.of("language", "en"), "key-3").code())
                .isEqualTo("idempotency_mismatch");
        clock.advance(Duration.ofHours(25));
        assertThat(api.signedIn(605, "Анна")
                        .write("PUT", PROFILE, Map.of("language", "en"), "key-3")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bookings_cannot_be_written_without_a_key() {
        Answer answer = api.signedIn(606, "Анна").write("POST", "/bookings", Map.of(), null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("idempotency_key_required");
    }

    @Test
    void health_is_up_and_needs_no_token() {
        HttpResponse<String> health = api.page("/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void telegram_may_frame_the_mini_apps_and_nobody_the_panels() {
        assertThat(policy("/trainer/1"))
                .contains("frame-ancestors 'self' https://web.telegram.org")
                .doesNotContain("unsafe");
        assertThat(api.page("/trainer/1").headers().firstValue("X-Frame-Options"))
                .isEmpty();
        assertThat(policy("/login")).contains("frame-ancestors 'none'");
        assertThat(policy("/api/v1/clubs")).contains("frame-ancestors 'none'");
    }

    @Test
    void the_description_speaks_the_language_of_the_api() {
        String description = api.page("/api/openapi.json").body();

        assertThat(description)
                .contains("\"/api/v1/auth/telegram\"", "\"init_data\"", "\"telegram_id\"")
                .doesNotContain("telegramId\":{");
    }

    private String policy(String path) {
        return api.page(path).headers().firstValue("Content-Security-Policy").orElse("");
    }
}
