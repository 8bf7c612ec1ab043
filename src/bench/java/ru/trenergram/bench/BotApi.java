package ru.trenergram.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;

/** Telegram, as far as the service needs it: it takes every message, and nobody ever writes. */
final class BotApi implements AutoCloseable {

    private static final long POLL_MILLIS = 20_000;

    private final HttpServer server;

    BotApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", BotApi::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
            byte[] answer = ("{\"ok\":true,\"result\":" + result(path.substring(path.lastIndexOf('/') + 1)) + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String result(String method) throws IOException {
        return switch (method) {
            case "getme" -> "{\"id\":1234567890,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\"}";
            case "getupdates" -> {
                try {
                    Thread.sleep(POLL_MILLIS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                yield "[]";
            }
            case "sendmessage", "sendphoto", "editmessagetext", "editmessagereplymarkup" ->
                "{\"message_id\":1,\"date\":1700000000,\"chat\":{\"id\":1,\"type\":\"private\"}}";
            default -> "true";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
