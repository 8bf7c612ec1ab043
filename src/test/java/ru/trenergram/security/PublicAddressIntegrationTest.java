package ru.trenergram.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;

/** An installation behind a proxy that speaks https, with a port of its own for whoever watches over it. */
@IntegrationTest
@TestPropertySource(properties = {"trenergram.public-url=https://example.org", "management.server.port=0"})
class PublicAddressIntegrationTest {

    @Autowired
    Api api;

    @Value("${local.management.port}")
    int managementPort;

    @Test
    void the_session_cookie_never_leaves_https() {
        assertThat(api.page("/login").headers().firstValue("Set-Cookie").orElse(""))
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/metrics", "/actuator/prometheus"})
    void the_management_port_answers_and_the_public_one_does_not(String path) throws Exception {
        assertThat(management(path).statusCode()).isEqualTo(200);
        assertThat(management(path).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(api.page(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void what_is_measured_can_be_drawn() throws Exception {
        assertThat(management("/actuator/prometheus").body())
                .contains("telegram_outbox_queued{", "telegram_sends_seconds_count{", "telegram_updates_total{");
    }

    @Test
    void who_polls_has_no_webhook() throws Exception {
        try (HttpClient somebody = HttpClient.newHttpClient()) {
            var update = HttpRequest.newBuilder(URI.create(api.address("/telegram/webhook/main")))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"update_id\":1}"))
                    .build();
            assertThat(somebody.send(update, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> management(String path) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
