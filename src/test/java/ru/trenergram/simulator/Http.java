package ru.trenergram.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;

/** A person at the chat page and a bot at the Bot API, over HTTP. */
public final class Http {

    public static final String MAIN = "1000000001:simulated-main-bot-of-trenergram";
    public static final String STAFF = "1000000002:simulated-staff-bot-of-trenergram";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public Http(int port) {
        address = "http://localhost:" + port;
    }

    /** An answer; the body is an empty object when it is no JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String description() {
            return body.path("description").asString("");
        }

        public JsonNode result() {
            return body.path("result");
        }
    }

    /** Calls a method of the main bot with a JSON body. */
    public Answer bot(String method, String json) {
        return post("/bot" + MAIN + "/" + method, json.replace('\'', '"'));
    }

    /** A new person in the simulated Telegram. */
    public long person() {
        return post("/simulator/api/people", "{\"first_name\": \"Анна\", \"last_name\": \"Орлова\"}")
                .body()
                .get("telegram_id")
                .longValue();
    }

    /** A new person who has written to the main bot; the update is forgotten. */
    public long acquaintance() {
        long id = person();
        chat(id, "messages", "{'text': '/start'}");
        bot("deleteWebhook", "{'drop_pending_updates': true}");
        return id;
    }

    /** What a person does in the chat with the main bot. */
    public Answer chat(long person, String action, String json) {
        return post("/simulator/api/chats/main/" + person + "/" + action, json.replace('\'', '"'));
    }

    /** Sends a picture to the person; returns its {@code file_id}. */
    public String photo(long person) {
        return photo(person, null, "photo");
    }

    /**
     * Sends a picture to the person; returns its {@code file_id}.
     *
     * @param photo the field {@code photo}, or null
     * @param part the name of the part with the file
     */
    public String photo(long person, @Nullable String photo, String part) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(field("chat_id", Long.toString(person)));
        if (photo != null) {
            body.writeBytes(field("photo", photo));
        }
        body.writeBytes(("--X\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"qr.png\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture());
        body.writeBytes("\r\n--X--\r\n".getBytes(StandardCharsets.UTF_8));
        var answer = send(request("/bot" + MAIN + "/sendphoto")
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        return answer.result().get("photo").get(0).get("file_id").stringValue();
    }

    private static byte[] picture() {
        var image = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image.toByteArray();
    }

    private static byte[] field(String name, String value) {
        return ("--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).DELETE());
    }

    public Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    public String origin() {
        return address;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !response.body().isBlank();
            return new Answer(response.statusCode(), json ? Json.read(response.body()) : Json.object(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
