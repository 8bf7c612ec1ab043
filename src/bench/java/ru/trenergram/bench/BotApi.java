package ru.trenergram.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Telegram, as far as the service needs it: nobody ever writes to the bot. */
final class BotApi implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMinutes(10);

    static {
        // read once, by the first server: else every answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final boolean takesMessages;
    private final Consumer<String> messages;

    /** @param takesMessages else it lets whoever sends one wait, so that no other is sent in the meantime */
    BotApi(boolean takesMessages) {
        this(takesMessages, _ -> {});
    }

    /** @param messages hears of each as it comes in, by its JSON */
    BotApi(Consumer<String> messages) {
        this(true, messages);
    }

    private BotApi(boolean takesMessages, Consumer<String> messages) {
        this.takesMessages = takesMessages;
        this.messages = messages;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
            String method = path.substring(path.lastIndexOf('/') + 1);
            if (method.equals("sendmessage")) {
                messages.accept(new String(body, StandardCharsets.UTF_8));
            }
            byte[] answer = ("{\"ok\":true,\"result\":" + result(method) + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String result(String method) throws IOException {
        return switch (method) {
            case "getme" -> "{\"id\":1234567890,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\"}";
            case "getupdates" -> {
                sleep(POLL);
                yield "[]";
            }
            case "sendmessage", "sendphoto", "editmessagetext", "editmessagereplymarkup" -> {
                if (!takesMessages) {
                    sleep(SILENCE);
                }
                yield "{\"message_id\":1,\"date\":1700000000,\"chat\":{\"id\":1,\"type\":\"private\"}}";
            }
            default -> "true";
        };
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
