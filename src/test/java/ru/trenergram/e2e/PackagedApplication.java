package ru.trenergram.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import ru.trenergram.support.Api;
import ru.trenergram.support.TestSettings;

/** The jar, run as {@code ./dev run} would, in a data folder of its own. */
final class PackagedApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target", "trenergram.jar");
    /** JAVA_FLAGS of scripts/common.sh. */
    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Process process;
    private int formerOutput;

    PackagedApplication(Path home) {
        this.home = home;
        this.port = freePort();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** From the next start on. */
    PackagedApplication with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Its REST API and its simulator, for what a test does beside the browser. */
    Api api() {
        return api(Clock.systemUTC());
    }

    /** The same, by another clock: what it signs, it signs at that time. */
    Api api(Clock clock) {
        return new Api(port, TestSettings.with(), clock);
    }

    /** Starts the jar and waits until it serves, and has its demo data. */
    PackagedApplication start() {
        launch();
        try {
            Awaitility.await("the application to be up; its log is " + log())
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> healthy() && isReady());
        } catch (ConditionTimeoutException tooLate) {
            Objects.requireNonNull(process).destroyForcibly();
            throw tooLate;
        }
        return this;
    }

    /** Starts the jar and leaves it to itself. */
    PackagedApplication launch() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(QUICK);
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DATA_DIR", home.resolve("data").toString());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            formerOutput = Files.exists(log()) ? output().length() : 0;
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    String output() throws IOException {
        return Files.readString(log());
    }

    /** It says so itself, when all is done that belongs to a start. */
    private boolean isReady() throws IOException {
        return output().substring(formerOutput).contains("Trenergram is ready");
    }

    private Path log() {
        return home.resolve("application.log");
    }

    private boolean healthy() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("The application has stopped; its log is " + log());
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url("/health"))).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
