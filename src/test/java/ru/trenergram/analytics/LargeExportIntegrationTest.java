package ru.trenergram.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;

/** 100 000 bookings with long notes: as texts in memory they would take over 60 MB. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LargeExportIntegrationTest {

    private static final int ROWS = 100_000;
    private static final long MEGABYTE = 1_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final String YEAR = "?from=2026-01-01&to=2026-12-31";

    @Autowired
    ApplicationContext application;

    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    Studio studio;

    @BeforeAll
    void a_trainer_with_a_long_past() {
        studio = new Studio(application, ZoneId.of("Europe/Moscow"));
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        studio.cancelledSessions(studio.client("Анна", from), from, ROWS, "ж".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_long_export_takes_no_memory_to_speak_of(String format) throws InterruptedException, ExecutionException {
        long before = live();

        var export = CompletableFuture.supplyAsync(() -> studio.phone.discard(studio.path("/export." + format + YEAR)));
        long most = 0;
        int looks = 0;
        do {
            most = Math.max(most, live());
            looks++;
        } while (!isDoneWithin(export, BETWEEN_LOOKS));

        assertThat(export.join().statusCode()).isEqualTo(200);
        assertThat(looks).as("How often the heap was measured meanwhile").isGreaterThan(2);
        assertThat(most - before).as("Bytes that could not be collected").isLessThan(20 * MEGABYTE);
    }

    @Test
    void who_hangs_up_leaves_no_error_behind(CapturedOutput log) throws IOException {
        URI address = URI.create(api.address("/api/v1" + studio.path("/export.csv" + YEAR)));
        long answered = answered();
        int loggedBefore = log.length(); // another test's application may have complained while it was stopped
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoLinger(true, 0); // closes as a phone does that loses its network
            socket.getOutputStream()
                    .write(("GET " + address.getPath() + "?" + address.getQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: " + studio.phone.authorization() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> answered() > answered);
        assertThat(log.toString().substring(loggedBefore))
                .doesNotContain("ERROR")
                .doesNotContain("Broken pipe")
                .doesNotContain("Connection reset");
    }

    private long answered() {
        return meters.find("http.server.requests").timers().stream()
                .filter(timer -> String.valueOf(timer.getId().getTag("uri")).endsWith("/export.csv"))
                .mapToLong(Timer::count)
                .sum();
    }

    /** A collection stops everything: between two of them the export has to get on. */
    private static boolean isDoneWithin(Future<?> work, Duration time) throws InterruptedException, ExecutionException {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        }
    }

    /** The heap after a collection: what is still referred to. */
    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
