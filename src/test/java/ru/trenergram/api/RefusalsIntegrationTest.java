package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;

/** What is refused before a controller hears of it is refused in the same form. */
@IntegrationTest
class RefusalsIntegrationTest {

    @Autowired
    Api api;

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr-FR", "*", "zz-zz", "kk,de;q=0.5"})
    void whoever_asks_in_a_language_that_we_do_not_speak_is_answered_in_russian(String language) {
        Answer answer = api.nobody().speaking(language).get("/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthorized");
        assertThat(answer.json().path("detail").asString()).isEqualTo("Войдите, чтобы продолжить.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/clubs?limit=%zz, 400, malformed_request",
        "GET /api/v1/clubs?query=%, 400, malformed_request",
        "GET /api/v1/clubs;a=b, 400, malformed_request",
        "GET /api//v1/clubs, 400, malformed_request",
        "GET /api/v1/%2e%2e/clubs, 400, malformed_request",
        "GET /trainer/../api/v1/clubs, 400, malformed_request",
        "FOO /api/v1/clubs, 400, malformed_request",
        "GET /%61pi/v1/users/me, 401, unauthorized"
    })
    void odd_addresses_are_refused_with_a_code(String requestLine, int status, String code) throws IOException {
        String answer = raw(requestLine);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("application/problem+json", "\"code\":\"" + code + "\"");
    }

    @Test
    void an_address_written_in_another_way_is_under_the_same_limits() {
        Api.Client anna = api.signedIn(750, "Анна");

        assertThat(anna.write("POST", "/api/v1/%62ookings", "{}", null).code()).isEqualTo("idempotency_key_required");
        assertThat(anna.write("PUT", "/%61pi/v1/users/profile", Map.of("first_name", "x".repeat(1_000_000)), null)
                        .code())
                .isEqualTo("too_large");
    }

    /** As it is, without the corrections of a proper client. */
    private String raw(String requestLine) throws IOException {
        URI address = URI.create(api.address("/"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
