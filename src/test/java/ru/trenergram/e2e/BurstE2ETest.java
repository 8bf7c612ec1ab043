package ru.trenergram.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.trenergram.support.Together;

/** Many phones that have waited for the service to come up, and call in the same moment. */
class BurstE2ETest {

    private static final List<String> PATHS = List.of(
            "/health",
            "/api/v1/clubs",
            "/api/v1/users/me",
            "/api/openapi.json",
            "/trainer/6000000011",
            "/client/6000000021",
            "/simulator",
            "/login");
    private static final int EACH = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void all_who_call_as_soon_as_the_port_is_open_are_answered() throws Exception {
        try (var application = new PackagedApplication(home).launch();
                var phone = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> listens(application));
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                PATHS.forEach(path -> calls.add(() -> answer(phone, application.url(path))));
            }

            assertThat(Together.atOnce(calls))
                    .hasSize(EACH * PATHS.size())
                    .allSatisfy(status -> assertThat(status).isBetween(200, 499));
        }
    }

    private static boolean listens(PackagedApplication application) {
        URI address = URI.create(application.url("/"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int answer(HttpClient phone, String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return phone.send(request, BodyHandlers.discarding()).statusCode();
    }
}
