package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;

/** A phone that loses the network in the middle of a call is nothing that anybody has to look into. */
@IntegrationTest
class HangUpIntegrationTest {

    private static final int TIMES = 20;
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @Autowired
    Api api;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/openapi.json" + HOST + "\r\n",
                "GET /simulator" + HOST + "\r\n",
                "GET /api/v1/clubs" + HOST + "\r\n",
                "POST /api/v1/auth/telegram" + HOST + "Content-Length: 1000\r\n\r\n{\"init",
                "POST /api/v1/auth/telegram" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ini\r\n",
                "GET /api/v1/clu"
            })
    void whoever_hangs_up_leaves_no_error_behind(String request) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            hangUp(request, i % 2 == 0);
        }

        assertThat(api.nobody().get("/clubs").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(working()).isFalse());
        assertThat(problems()).isEmpty();
    }

    /** @param rudely with a reset, as when the network is gone; else with a proper goodbye */
    private void hangUp(String request, boolean rudely) throws IOException {
        URI address = URI.create(api.address("/"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setReceiveBufferSize(1024);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (rudely) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    /** Whether a request is still in the hands of a servlet; but for the bots' polls, of which there is always one. */
    private static boolean working() {
        return Thread.getAllStackTraces().values().stream()
                .map(stack -> List.of(stack).toString())
                .anyMatch(stack -> stack.contains("StandardWrapperValve") && !stack.contains("PollingMethods"));
    }

    private List<String> problems() {
        return List.copyOf(logged.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .filter(event -> !event.getLoggerName().contains("quartz")) // its nodes are those of other tests
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }
}
