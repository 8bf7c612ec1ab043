package ru.trenergram.month;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Bot API server over HTTP that takes everything for everybody but for those who have blocked the bot. */
final class TelegramStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ME = """
            {"id":1,"is_bot":true,"first_name":"B","username":"month_bot"}""";

    private final HttpServer server;
    private final Clock clock;
    private final LongPredicate hasBlocked;
    private final Collection<Message> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A new message that arrived; edits are none. */
    record Message(Instant at, long chatId, String text, String keyboard) {}

    /** @param hasBlocked of a chat, now */
    TelegramStandIn(Clock clock, LongPredicate hasBlocked) throws IOException {
        this.clock = clock;
        this.hasBlocked = hasBlocked;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method =
                    exchange.getRequestURI().getPath().replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (method) {
                case "getme" -> answer(exchange, 200, ME);
                case "getupdates" -> answer(exchange, 200, nothing());
                case "sendmessage" -> send(exchange, JSON.readTree(body));
                case "sendphoto" -> answer(exchange, 200, message(0));
                default -> answer(exchange, 200, "true");
            }
        }
    }

    private void send(HttpExchange exchange, JsonNode body) throws IOException {
        long chat = body.path("chat_id").asLong();
        if (hasBlocked.test(chat)) {
            answer(exchange, 403, "Forbidden: bot was blocked by the user");
            return;
        }
        messages.add(new Message(
                clock.instant(),
                chat,
                body.path("text").asString(),
                body.path("reply_markup").toString()));
        answer(exchange, 200, message(chat));
    }

    private String message(long chat) {
        return """
                {"message_id":%d,"date":1700000000,"chat":{"id":%d,"type":"private"}}""".formatted(ids.incrementAndGet(), chat);
    }

    /** Holds the poll, as Telegram does. */
    private String nothing() throws IOException {
        try {
            closed.await(2, TimeUnit.SECONDS);
            return "[]";
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String result) throws IOException {
        String body = status == 200
                ? "{\"ok\":true,\"result\":" + result + "}"
                : "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + result + "\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
