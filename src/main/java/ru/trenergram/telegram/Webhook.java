package ru.trenergram.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.BotServer.Answer;
import ru.trenergram.telegram.spi.Bot;

/**
 * Has the Bot API's server call {@link Webhooks}, until somebody changes that. It outlives the service: whoever polls
 * removes it first.
 */
final class Webhook implements Inlet {

    private static final String SET = "setWebhook";

    private final Bot bot;
    private final BotServer server;
    private final Heartbeat heartbeat;
    private final String url;
    private volatile boolean over;
    private volatile @Nullable String trouble;

    /** @throws IOException if the server cannot be reached or refuses */
    Webhook(Bot bot, BotServer server, BotSetup setup, Heartbeat heartbeat, String url, String secret)
            throws IOException {
        this.bot = bot;
        this.server = server;
        this.heartbeat = heartbeat;
        this.url = url;
        String json =
                Json.write(new TreeMap<>(Map.of("url", url, "secret_token", secret, "allowed_updates", Poll.WANTED)));
        // the server does not tell the secret, and we do not know who else has been at it
        if (!stands(info()) || !setup.isSet(bot, SET, json)) {
            call(SET, json);
            setup.remember(bot, SET, json);
        }
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Asks whether it still stands, and whether the server gets through. */
    @Override
    public void look() {
        heartbeat.beat();
        try {
            JsonNode info = info();
            over = !stands(info);
            boolean stuck = info.path("pending_update_count").asInt() > 0 && info.hasNonNull("last_error_message");
            trouble = stuck ? info.path("last_error_message").asText() : null;
        } catch (IOException e) {
            trouble = e.toString();
        }
    }

    private JsonNode info() throws IOException {
        return call("getWebhookInfo", "{}");
    }

    private boolean stands(JsonNode info) {
        return url.equals(info.path("url").asText());
    }

    private JsonNode call(String method, String json) throws IOException {
        Answer answer = server.call(bot, method, json);
        if (!answer.isOk()) {
            throw new IOException(method + ": " + answer.code() + " " + answer.description());
        }
        return answer.body().path("result");
    }

    @Override
    public void close() {}
}
