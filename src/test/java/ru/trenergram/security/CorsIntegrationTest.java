package ru.trenergram.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;

/** Which pages of others may use the API: none, unless the settings name them, and then what is public. */
@IntegrationTest
class CorsIntegrationTest {

    @Autowired
    Api api;

    @Test
    void nobody_is_let_in_unless_the_settings_say_so() throws Exception {
        assertThat(allowed("GET", "/api/v1/clubs", "https://club.example")).isEmpty();
    }

    @Nested
    @TestPropertySource(properties = "trenergram.cors-origins=https://club.example,https://www.club.example/")
    class WithOrigins {

        @ParameterizedTest
        @CsvSource({
            "GET,     /api/v1/clubs,        https://club.example,      https://club.example",
            "GET,     /api/v1/clubs,        https://www.club.example,  https://www.club.example",
            "OPTIONS, /api/v1/clubs/1,      https://club.example,      https://club.example",
            "GET,     /api/v1/clubs,        https://evil.example,      ''",
            "GET,     /api/v1/users/me,     https://club.example,      ''",
            "OPTIONS, /api/v1/users/me,     https://club.example,      ''",
            "POST,    /api/v1/auth/telegram, https://club.example,     ''"
        })
        void they_may_read_what_is_public(String method, String path, String origin, String expected) throws Exception {
            assertThat(allowed(method, path, origin).orElse("")).isEqualTo(expected);
        }
    }

    private Optional<String> allowed(String method, String path, String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.address(path)))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = browser.send(request, BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            return answer.headers().firstValue("Access-Control-Allow-Origin");
        }
    }
}
