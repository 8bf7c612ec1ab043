package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.base.TimeShift;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;

@SimulatorTest
@TestPropertySource(
        properties = {
            "trenergram.main-bot-token=5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8",
            "trenergram.public-url=https://trenergram.example"
        })
class TokenIntegrationTest {

    private final Http http;
    private final ApplicationContext context;

    TokenIntegrationTest(@LocalServerPort int port, @Autowired ApplicationContext context) {
        this.http = new Http(port);
        this.context = context;
    }

    @Test
    void with_a_bot_token_the_simulator_has_no_beans() {
        assertThat(context.getBeanDefinitionNames())
                .filteredOn(name -> {
                    Class<?> type = context.getType(name);
                    return type != null && type.getPackageName().startsWith("ru.trenergram.simulator");
                })
                .as("all but the guard of its addresses and this test's own configuration")
                .allMatch(name -> name.equals("noSimulator") || name.endsWith(".Alone"));
        assertThat(context.getBeansOfType(TimeShift.class))
                .as("what could move the clock")
                .isEmpty();
    }

    @Test
    void with_a_bot_token_its_addresses_are_unknown() {
        assertThat(http.get("/simulator").status()).isEqualTo(404);
        assertThat(http.get("/simulator/assets/main.js").status()).isEqualTo(404);
        assertThat(http.get("/simulator/api/people").status()).isEqualTo(404);
        assertThat(http.get("/simulator/api/calls").status()).isEqualTo(404);
        assertThat(http.post("/simulator/api/clock", "{\"forward\":\"1h\"}").status())
                .isEqualTo(404);
        assertThat(http.post("/simulator/api/faults", "{\"kind\":\"blocked\"}").status())
                .isEqualTo(404);
        assertThat(http.get("/simulator/t.me/trenergram_bot").status()).isEqualTo(404);
        assertThat(http.post("/simulator/api/people", "{}").status()).isEqualTo(404);
        assertThat(http.get("/bot" + Http.MAIN + "/getMe").status()).isEqualTo(404);
        assertThat(http.send(http.request("/bot" + Http.MAIN + "/sendMessage")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
    }
}
