package ru.trenergram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own. */
final class Service implements AutoCloseable {

    static final String BOT_TOKEN = "1234567890:benchmark-of-trenergram";

    private static final Path JAR = Path.of("target", "run", "trenergram.jar");
    private static final List<String> LIMITS = List.of("WRITES_PER_MINUTE", "READS_PER_MINUTE", "SIGN_INS_PER_MINUTE");
    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Path log;
    private final Process process;

    /** @param more environment variables on top of those that the benchmark needs */
    Service(Path home, String name, String databaseUrl, String telegramApiUrl, Map<String, String> more) {
        this.log = home.resolve(name + ".log");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(flags());
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // nothing of what a developer has set, least of all a real bot
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        environment.putAll(Map.of(
                "PORT",
                Integer.toString(port),
                "PUBLIC_URL",
                url(""),
                "DATA_DIR",
                home.resolve(name).toString(),
                "DATABASE_URL",
                databaseUrl,
                "DATABASE_USERNAME",
                "postgres",
                "MAIN_BOT_TOKEN",
                BOT_TOKEN,
                "TELEGRAM_API_URL",
                telegramApiUrl));
        LIMITS.forEach(limit -> environment.put(limit, "1000000"));
        environment.putAll(more);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM's own, as in the image, but for the size of the heap, which the image takes from its container. */
    static List<String> flags() {
        return List.of(System.getenv()
                .getOrDefault("BENCH_JAVA_OPTS", "-Xms1g -Xmx1g -XX:+UseCompactObjectHeaders")
                .split(" +"));
    }

    Service started() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The service did not start: see " + log);
            }
            Thread.sleep(250);
        }
        return this;
    }

    Duration processorTime() {
        return processorTime(process.toHandle());
    }

    static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What lives in its heap, after a full collection. */
    long liveBytes() throws InterruptedException {
        Path jcmd =
                Path.of(ProcessHandle.current().info().command().orElseThrow()).resolveSibling("jcmd");
        var histogram = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true);
        try {
            var running = histogram.start();
            String total =
                    running.inputReader().lines().reduce((_, line) -> line).orElse("");
            running.waitFor();
            return Long.parseLong(total.strip().split("\\s+")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean healthy() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(url("/health")))).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @throws IllegalStateException when it is not answered with the status that the call expects */
    String answer(Call call) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(call.path())));
            call.headers().forEach(request::header);
            if (call.body() != null) {
                request.POST(BodyPublishers.ofString(call.body()));
            }
            HttpResponse<String> response = send(request);
            if (response.statusCode() != call.status()) {
                throw new IllegalStateException(
                        call + " was answered " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
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
