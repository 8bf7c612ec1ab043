package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.TestSettings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;

class LinksTest {

    private static final String TOKEN = "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static Bots bots(@Nullable String publicUrl, @Nullable String token, @Nullable String apiUrl) {
        return new Bots(TestSettings.with(
                "public-url", blank(publicUrl), "main-bot-token", blank(token), "telegram-api-url", blank(apiUrl)));
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Test
    void the_simulator_is_found_at_the_port_that_the_server_really_has() {
        var bots = bots(null, null, null);
        bots.serves(49_152);
        assertThat(bots.url().getPort()).isEqualTo(49_152);
        assertThat(bots.url().getSchema()).isEqualTo("http");
        assertThat(new Links(bots).deepLink(Bot.STAFF, "login_x"))
                .isEqualTo("http://localhost:49152/simulator/t.me/trenergram_staff_bot?start=login_x");
    }

    @Test
    void simulated_links_follow_the_public_address() {
        var links = new Links(bots("https://demo.example.org/", null, null));
        assertThat(links.deepLink(Bot.MAIN, "trainer_1"))
                .isEqualTo("https://demo.example.org/simulator/t.me/trenergram_bot?start=trainer_1");
        assertThat(links.clientApp(7)).isEqualTo("https://demo.example.org/client/7");
    }

    @Test
    void a_payload_that_telegram_would_not_take_is_refused() {
        var links = new Links(bots(null, null, null));
        assertThatThrownBy(() -> links.deepLink(Bot.MAIN, "a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void telegram_itself_is_asked_over_https_and_a_server_of_ones_own_where_it_is() {
        assertThat(bots(null, TOKEN, null).url().getPort()).isEqualTo(443);
        assertThat(bots(null, TOKEN, null).url().getHost()).isEqualTo("api.telegram.org");
        assertThat(bots(null, TOKEN, "http://bot-api:8081").url().getPort()).isEqualTo(8081);
    }

    @Test
    void buttons_that_telegram_would_refuse_are_left_out() {
        var message = Message.of("open")
                .with(new Keyboard.Inline(List.of(
                        List.of(new Button.WebApp("app", "http://localhost:8080/client/1")),
                        List.of(new Button.Callback("yes", "yes:1")))));
        assertThat(new Payloads(bots(null, TOKEN, null)).message(1, message).payload())
                .contains("yes:1")
                .doesNotContain("web_app");
        assertThat(new Payloads(bots(null, TOKEN, "http://bot-api:8081"))
                        .message(1, message)
                        .payload())
                .contains("web_app");
    }

    @Test
    void callback_data_is_measured_in_bytes() {
        var payloads = new Payloads(bots(null, null, null));
        var message = Message.of("x").with(Keyboard.Inline.column(new Button.Callback("x", "ы".repeat(33))));
        assertThatThrownBy(() -> payloads.message(1, message)).hasMessageContaining("66 bytes");
    }
}
