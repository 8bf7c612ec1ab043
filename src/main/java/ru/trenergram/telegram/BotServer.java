package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.TelegramUrl;
import ru.trenergram.telegram.spi.Bot;

/**
 * Calls the Bot API with what the outbox holds, which is its JSON already: to make the library's objects of it, only for
 * them to be made JSON again, would cost as much as all the rest of a message's way.
 */
@Component
class BotServer {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final Bots bots;
    private final OkHttpClient http = Bots.http(Duration.ofSeconds(30));

    BotServer(Bots bots) {
        this.bots = bots;
    }

    /** @param body missing when the answer was no JSON, as a proxy's is not */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return body.path("ok").asBoolean();
        }

        int code() {
            return body.path("error_code").asInt(status);
        }

        String description() {
            return body.path("description").asText("");
        }

        /** The id that the group has as a supergroup, if that is why the call was refused. */
        Optional<Long> movedTo() {
            JsonNode id = body.path("parameters").path("migrate_to_chat_id");
            return id.isMissingNode() ? Optional.empty() : Optional.of(id.asLong());
        }

        /** How long the server wants to be left alone, if it does. */
        Optional<Duration> retryAfter() {
            return code() == 429
                    ? Optional.of(Duration.ofSeconds(Math.max(
                            1, body.path("parameters").path("retry_after").asLong())))
                    : Optional.empty();
        }
    }

    Answer call(Bot bot, String method, String json) throws IOException {
        return call(bot, method, RequestBody.create(json, JSON));
    }

    /** @param field that the file is in; the others are those of the JSON */
    Answer upload(Bot bot, String method, JsonNode fields, String field, String fileName, byte[] file)
            throws IOException {
        var form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.properties()
                .forEach(it -> form.addFormDataPart(
                        it.getKey(),
                        it.getValue().isTextual()
                                ? it.getValue().asText()
                                : it.getValue().toString()));
        form.addFormDataPart(field, fileName, RequestBody.create(file));
        return call(bot, method, form.build());
    }

    private Answer call(Bot bot, String method, RequestBody body) throws IOException {
        TelegramUrl server = bots.url();
        var url = new HttpUrl.Builder()
                .scheme(server.getSchema())
                .host(server.getHost())
                .port(server.getPort())
                .addPathSegment("bot" + bots.token(bot))
                .addPathSegment(method)
                .build();
        try (var response =
                http.newCall(new Request.Builder().url(url).post(body).build()).execute()) {
            var content = response.body();
            return new Answer(response.code(), read(content == null ? "" : content.string()));
        }
    }

    private static JsonNode read(String body) {
        try {
            return Json.read(body, JsonNode.class);
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }
}
