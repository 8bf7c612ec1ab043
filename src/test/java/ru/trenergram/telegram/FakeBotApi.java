package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Bot API server over real HTTP that answers what a test tells it to and remembers what it was asked. */
final class FakeBotApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // else every answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final List<ObjectNode> updates = new ArrayList<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<Long, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final Map<String, Reply> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger updateIds = new AtomicInteger(1000);
    private final AtomicInteger messageIds = new AtomicInteger();
    private final AtomicBoolean pollBroken = new AtomicBoolean();
    private volatile boolean tokensKnown = true;

    /** @param body null to cut the connection without a word */
    private record Reply(int status, @Nullable String body) {}

    /** @param at the System.nanoTime of its arrival */
    record Call(String method, long chatId, String text, JsonNode body, long at) {}

    /** What goes wrong with a call; see {@link #faults}. */
    enum Fault {
        NONE,
        TOO_MANY_REQUESTS,
        BAD_GATEWAY,
        /** Telegram takes the message, and the connection breaks before it can say so. */
        CUT_AFTERWARDS,
        CUT_BEFORE,
        REFUSED
    }

    /** Of all calls that no scripted reply is meant for. */
    volatile Function<Call, Fault> faults = _ -> Fault.NONE;

    /** What Telegram has taken, by the text. */
    final Queue<Call> taken = new ConcurrentLinkedQueue<>();

    private final Map<String, String> webhooks = new ConcurrentHashMap<>();

    FakeBotApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void forgetTokens() {
        tokensKnown = false;
    }

    /** After a week of silence Telegram counts its updates anew, here from 1. */
    void countAnew() {
        updateIds.set(0);
    }

    /** The next poll is answered with something over which the library stumbles for good. */
    void breakPoll() {
        pollBroken.set(true);
        synchronized (updates) {
            updates.notifyAll();
        }
    }

    /** A person writes to the main bot; returns the id of the update. */
    int write(long chatId, String text) {
        return deliver(message(chatId).put("text", text));
    }

    int share(long chatId, String phone, long owner) {
        var message = message(chatId);
        message.putObject("contact")
                .put("phone_number", phone)
                .put("first_name", "A")
                .put("user_id", owner);
        return deliver(message);
    }

    int writeInGroup(long groupId, long personId, String text) {
        var message = message(personId).put("text", text);
        message.putObject("chat").put("id", groupId).put("type", "supergroup").put("title", "Hall");
        return deliver(message);
    }

    /** An administrator of the group who stays anonymous. */
    int writeAnonymously(long groupId, String text) {
        var message = message(1_087_968_824L).put("text", text);
        ((ObjectNode) message.get("from")).put("is_bot", true).put("first_name", "Group");
        var group = JSON.createObjectNode()
                .put("id", groupId)
                .put("type", "supergroup")
                .put("title", "Hall");
        message.set("chat", group);
        message.set("sender_chat", group);
        return deliver(message);
    }

    int press(long chatId, long messageId, String data) {
        var update = update();
        var query = update.putObject("callback_query");
        query.put("id", "q" + update.get("update_id").asInt()).put("data", data).put("chat_instance", "1");
        query.set("from", from(chatId));
        query.set("message", message(chatId).put("message_id", messageId).put("text", "with buttons"));
        return add(update);
    }

    /** A person forwards a text from where no version of the library knows that one can. */
    int forwardFromTheFuture(long chatId, String text) {
        var message = message(chatId).put("text", text).put("brand_new", true);
        message.putObject("forward_origin").put("type", "telepathy").put("date", 1_700_000_000);
        return deliver(message);
    }

    private ObjectNode message(long chatId) {
        var message = JSON.createObjectNode();
        message.put("message_id", messageIds.incrementAndGet()).put("date", 1_700_000_000);
        message.set("from", from(chatId));
        message.putObject("chat").put("id", chatId).put("type", "private").put("first_name", "Anna");
        return message;
    }

    private static ObjectNode from(long id) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Anna")
                .put("language_code", "en");
    }

    private int deliver(ObjectNode message) {
        var update = update();
        update.set("message", message);
        return add(update);
    }

    private ObjectNode update() {
        return JSON.createObjectNode().put("update_id", updateIds.incrementAndGet());
    }

    private int add(ObjectNode update) {
        synchronized (updates) {
            updates.add(update);
            updates.notifyAll();
        }
        return update.get("update_id").asInt();
    }

    /** The next call for this chat is answered so. */
    void reply(long chatId, int status, String description, String parameters) {
        script(chatId, new Reply(status, """
                {"ok":false,"error_code":%d,"description":"%s","parameters":%s}""".formatted(status, description, parameters)));
    }

    /** The next call of this method, of whatever bot, is answered so; in lower case. */
    void refuse(String method, int status, String parameters) {
        refusals.put(method, new Reply(status, """
                {"ok":false,"error_code":%d,"description":"No","parameters":%s}""".formatted(status, parameters)));
    }

    /** The next call for this chat goes well. */
    void accept(long chatId) {
        script(chatId, new Reply(200, null));
    }

    void cutOff(long chatId) {
        script(chatId, new Reply(0, null));
    }

    private void script(long chatId, Reply reply) {
        replies.computeIfAbsent(chatId, _ -> new ArrayDeque<>()).add(reply);
    }

    List<Call> calls(long chatId) {
        return calls.stream().filter(call -> call.chatId() == chatId).toList();
    }

    List<String> texts(long chatId) {
        return calls(chatId).stream().map(Call::text).toList();
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String method = path[2].toLowerCase(java.util.Locale.ROOT);
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean json = text.startsWith("{");
            JsonNode body = json ? JSON.readTree(text) : JSON.createObjectNode();
            Reply refusal = refusals.remove(method);
            if (refusal != null) {
                answer(exchange, refusal.status(), Objects.requireNonNull(refusal.body()));
                return;
            }
            switch (method) {
                case "setwebhook" -> {
                    webhooks.put(path[1], body.path("url").asText());
                    calls.add(new Call(method, 0, "", body, System.nanoTime()));
                    answer(exchange, 200, ok("true"));
                }
                case "deletewebhook" -> {
                    webhooks.remove(path[1]);
                    answer(exchange, 200, ok("true"));
                }
                case "getwebhookinfo" ->
                    answer(
                            exchange,
                            200,
                            ok("{\"url\":\"" + webhooks.getOrDefault(path[1], "") + "\",\"pending_update_count\":0}"));
                case "getme" -> getMe(exchange, path[1].contains("STAFF"));
                case "getupdates" -> getUpdates(exchange, path[1], body);
                case "sendmessage", "editmessagetext", "editmessagereplymarkup", "sendphoto" ->
                    send(exchange, method, body, json ? "" : text);
                default -> {
                    calls.add(new Call(method, 0, body.path("text").asText(), body, System.nanoTime()));
                    answer(exchange, 200, ok("true"));
                }
            }
        }
    }

    private void getMe(HttpExchange exchange, boolean staff) throws IOException {
        if (tokensKnown) {
            String name = staff ? "real_staff_bot" : "real_bot";
            answer(exchange, 200, ok("{\"id\":1,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"" + name + "\"}"));
        } else {
            answer(exchange, 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        }
    }

    private void getUpdates(HttpExchange exchange, String bot, JsonNode body) throws IOException {
        if (webhooks.containsKey(bot)) {
            answer(
                    exchange,
                    409,
                    "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: can't use getUpdates\"}");
        } else {
            answer(exchange, 200, ok(JSON.writeValueAsString(poll(bot, body))));
        }
    }

    /** Holds the poll, as Telegram does: a library that is answered at once asks at once. */
    private List<ObjectNode> poll(String bot, JsonNode body) throws IOException {
        boolean staff = bot.contains("STAFF");
        int offset = body.path("offset").asInt();
        long deadline = System.nanoTime() + 2_000_000_000L;
        synchronized (updates) {
            // asking for the next is the receipt for those before: nobody gets them again
            // but an offset that is yet to come counts as none
            boolean known = offset <= updateIds.get() + 1;
            updates.removeIf(
                    update -> !staff && known && update.get("update_id").asInt() < offset);
            while (true) {
                if (!staff && pollBroken.compareAndSet(true, false)) {
                    return List.of(JSON.createObjectNode());
                }
                var due = staff ? List.<ObjectNode>of() : List.copyOf(updates);
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (!due.isEmpty() || left <= 0) {
                    return due;
                }
                try {
                    updates.wait(left);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private void send(HttpExchange exchange, String method, JsonNode body, String multipart) throws IOException {
        long chatId = body.has("chat_id") ? body.get("chat_id").asLong() : chatIdOf(multipart);
        var call = new Call(method, chatId, body.path("text").asText(multipart), body, System.nanoTime());
        calls.add(call);
        var reply = replies.getOrDefault(chatId, new ArrayDeque<>()).poll();
        if (reply == null) {
            send(exchange, call);
        } else if (reply.status() == 200) {
            take(exchange, call);
        } else if (reply.body() != null) {
            answer(exchange, reply.status(), reply.body());
        }
    }

    private void send(HttpExchange exchange, Call call) throws IOException {
        switch (faults.apply(call)) {
            case NONE -> take(exchange, call);
            case TOO_MANY_REQUESTS -> answer(exchange, 429, """
                    {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""");
            case BAD_GATEWAY -> answer(exchange, 502, "<html>Bad Gateway</html>");
            case CUT_AFTERWARDS -> taken.add(call);
            case CUT_BEFORE -> {}
            case REFUSED -> answer(exchange, 400, """
                    {"ok":false,"error_code":400,"description":"Bad Request: can't parse entities"}""");
        }
    }

    private void take(HttpExchange exchange, Call call) throws IOException {
        taken.add(call);
        String photo =
                call.method().equals("sendphoto") ? ",\"photo\":[{\"file_id\":\"small\"},{\"file_id\":\"large\"}]" : "";
        answer(exchange, 200, ok("""
                {"message_id":%d,"date":1700000000,"chat":{"id":%d,"type":"private"}%s}""".formatted(messageIds.incrementAndGet(), call.chatId(), photo)));
    }

    /** Somebody else has set a webhook for the main bot. */
    void setWebhook(String url) {
        webhooks.put("bot1:MAIN-aaaaaaaaaaaaaaaaaaaaaaaa", url);
    }

    private static long chatIdOf(String multipart) {
        var matcher = java.util.regex.Pattern.compile(
                        "name=\"chat_id\".*?\r\n\r\n(\\d+)", java.util.regex.Pattern.DOTALL)
                .matcher(multipart);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static String ok(String result) {
        return "{\"ok\":true,\"result\":" + result + "}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
