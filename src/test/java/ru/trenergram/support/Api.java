package ru.trenergram.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Settings;
import ru.trenergram.security.InitDataSignature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a phone sees it: over HTTP, with initData that is really signed. */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final Settings settings;
    private final Clock clock;

    public Api(int port, Settings settings, Clock clock) {
        this.base = "http://localhost:" + port;
        this.settings = settings;
        this.clock = clock;
    }

    String token(String bot) {
        return bot.equals("main") ? settings.mainToken() : String.valueOf(settings.staffToken());
    }

    /** What came back. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        /** The {@code code} of a problem. */
        public String code() {
            return json().path("code").asString("");
        }

        /** The code of the only field error. */
        public String fieldError(String field) {
            for (JsonNode error : json().path("errors")) {
                if (error.path("field").asString("").equals(field)) {
                    return error.path("code").asString("");
                }
            }
            return "";
        }

        @Override
        public String toString() {
            return status() + " " + http.body();
        }
    }

    /** Somebody with a token, or nobody. */
    public final class Client {

        private final @Nullable String token;
        private final Map<String, String> headers;
        private String language = "ru";

        private Client(@Nullable String token, Map<String, String> headers) {
            this.token = token;
            this.headers = headers;
        }

        /** The same somebody, with one header in every request. */
        public Client sending(String header, String value) {
            return new Client(token, Map.of(header, value)).speaking(language);
        }

        public Client speaking(String language) {
            this.language = language;
            return this;
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        /** The header that says who it is. */
        public String authorization() {
            return "Bearer " + token;
        }

        /** A file, byte by byte. */
        public HttpResponse<byte[]> download(String path) {
            return Api.send(request(path).GET(), BodyHandlers.ofByteArray());
        }

        /** A file that nobody keeps. */
        public HttpResponse<Void> discard(String path) {
            return Api.send(request(path).GET(), BodyHandlers.discarding());
        }

        public Answer post(String path, Object body) {
            return write("POST", path, body, UUID.randomUUID().toString());
        }

        public Answer put(String path, Object body) {
            return write("PUT", path, body, UUID.randomUUID().toString());
        }

        public Answer delete(String path) {
            return send(request(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .DELETE());
        }

        /** @param body a text as it is, anything else as JSON */
        public Answer write(String method, String path, Object body, @Nullable String idempotencyKey) {
            String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(text));
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            return send(request);
        }

        private HttpRequest.Builder request(String path) {
            String address = path.matches("https?:.*|/(a|%61)pi/.*") ? path : "/api/v1" + path;
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(base).resolve(address))
                    .timeout(Duration.ofMinutes(3))
                    .header("Accept-Language", language);
            headers.forEach(request::header);
            return token == null ? request : request.header("Authorization", authorization());
        }
    }

    public Client nobody() {
        return new Client(null, Map.of());
    }

    public Client withToken(String token) {
        return new Client(token, Map.of());
    }

    /** Signs in as a Telegram user, who comes into being if need be. */
    public Client signedIn(long telegramId, String firstName) {
        Answer answer = nobody().post("/auth/telegram", Map.of("init_data", initData(telegramId, firstName)));
        if (answer.status() != 200) {
            throw new IllegalStateException("No sign-in: " + answer);
        }
        return new Client(answer.json().path("access_token").asString(), Map.of());
    }

    /** Genuine initData of this moment. */
    public String initData(long telegramId, String firstName) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query_id", "AAHdF6IQAAAAAN0XohDhrOrc");
        fields.put("user", JSON.writeValueAsString(Map.of("id", telegramId, "first_name", firstName)));
        fields.put("auth_date", Long.toString(clock.instant().getEpochSecond()));
        return sign(fields, settings.mainToken());
    }

    /** Signs fields as Telegram would, in their order. */
    public static String sign(Map<String, String> fields, String token) {
        String hash = HexFormat.of().formatHex(InitDataSignature.of(fields, token));
        return fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&hash=" + hash;
    }

    public String address(String path) {
        return base + path;
    }

    /** A path outside the API, from the root. */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET()).http();
    }

    /** The same for what is no text. */
    public HttpResponse<byte[]> file(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), BodyHandlers.ofByteArray());
    }

    private static Answer send(HttpRequest.Builder request) {
        return new Answer(send(request, BodyHandlers.ofString()));
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
