package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;

@SimulatorTest
class PageIntegrationTest {

    private final Http http;

    PageIntegrationTest(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @Test
    void the_page_runs_only_its_own_scripts_and_frames_only_its_own_pages() {
        var page = http.get("/simulator");

        assertThat(page.status()).isEqualTo(200);
        var headers = page.response().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-src 'self'", "frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(page.response().body()).doesNotContain("style=").doesNotContain("http://");
    }

    @ParameterizedTest
    @CsvSource({"main.js, application/javascript", "theme.css, text/css", "icon.svg, image/svg+xml"})
    void its_files_have_their_types(String name, String type) {
        var file = http.get("/simulator/assets/" + name);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith(type);
    }

    @Test
    void nothing_else_of_the_class_path_is_served() {
        assertThat(http.get("/simulator/assets/..%2Fapplication.yaml").status()).isIn(400, 404);
        assertThat(http.get("/simulator/assets/application.yaml").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "trenergram_bot?start=trainer_5, /simulator?bot=main&start=trainer_5",
        "Trenergram_Staff_Bot?start=login_x-1, /simulator?bot=staff&start=login_x-1",
        "trenergram_bot, /simulator?bot=main&start=",
        "trenergram_bot?start=%3Cb%3E, /simulator?bot=main&start=",
        "nobody_bot, /simulator?unknown=nobody_bot&start="
    })
    void a_deep_link_leads_to_the_chat_with_its_payload(String link, String target) {
        var answer = http.get("/simulator/t.me/" + link);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location").orElse(""))
                .endsWith(target);
    }

    @Test
    void another_site_cannot_act_through_the_browser() {
        assertThat(register("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(register("Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(register("Origin", "https://example.org")).isEqualTo(403);
        assertThat(register("Sec-Fetch-Site", "same-origin")).isEqualTo(201);
        assertThat(register("Origin", http.origin())).isEqualTo(201);
    }

    @Test
    void another_site_cannot_get_past_by_writing_the_address_otherwise_or_through_the_bot_api() {
        String getMe = "/bot" + Http.MAIN + "/getMe";

        assertThat(foreign(http.request("/simulator/%61pi/people").POST(HttpRequest.BodyPublishers.noBody())))
                .isEqualTo(403);
        assertThat(foreign(http.request(getMe).GET())).isEqualTo(403);
        assertThat(foreign(http.request(getMe).POST(HttpRequest.BodyPublishers.noBody())))
                .isEqualTo(403);
        assertThat(foreign(http.request("/simulator").GET())).isEqualTo(200);
    }

    private int foreign(HttpRequest.Builder request) {
        return http.send(request.header("Sec-Fetch-Site", "cross-site")).status();
    }

    @Test
    void both_languages_have_the_same_texts() {
        var russian = http.get("/simulator/api/texts/ru").body();
        var english = http.get("/simulator/api/texts/en").body();

        assertThat(russian.propertyNames()).isNotEmpty().isEqualTo(english.propertyNames());
        assertThat(english.get("attach.other_contact").stringValue()).isEqualTo("Somebody else's contact");
    }

    private int register(String header, String value) {
        return http.send(http.request("/simulator/api/people")
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"first_name\":\"Анна\"}")))
                .status();
    }
}
