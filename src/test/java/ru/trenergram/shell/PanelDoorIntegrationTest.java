package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import ru.trenergram.security.OneTimeLogins;
import ru.trenergram.support.PanelTest;

/** The panel from outside, as a browser or a link preview sees it. */
class PanelDoorIntegrationTest extends PanelTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    OneTimeLogins logins;

    @ParameterizedTest
    @ValueSource(strings = {"/club", "/club/1", "/club/1/today", "/club/1/trainers", "/admin", "/admin/clubs"})
    void whoever_is_not_signed_in_is_sent_to_the_sign_in_page(String address) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/trenergram.css", "/icon.svg", "/aura/aura.css"})
    void what_everybody_may_see_is_open(String address) throws Exception {
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plot.js", "/club-calendar.js", "/webjars/echarts/5.5.0/echarts.min.js"})
    void the_scripts_of_the_views_are_served_as_such(String address) throws Exception {
        HttpResponse<String> script = get(address);

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("application/javascript");
    }

    @Test
    void a_preview_of_the_link_leaves_it_alive() throws Exception {
        long owner = person("Марина");
        String token = logins.issue(owner);

        assertThat(get("/login/" + token).statusCode()).isEqualTo(200);

        assertThat(logins.redeem(token)).contains(owner);
    }

    @Test
    void nobody_frames_the_panel() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void no_script_and_no_other_site_gets_hold_of_the_session() throws Exception {
        assertThat(get("/login").headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure"); // on one's own machine there is no https
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
