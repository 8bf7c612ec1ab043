package ru.trenergram.simulator.botapi;

import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the caller of the Bot API is told.
 *
 * @param status of HTTP; 0 for {@link #LOST}
 * @param body as Telegram answers, {@code ok} first
 */
public record Answer(int status, ObjectNode body) {

    /** The caller is told nothing: the connection is to be closed. */
    public static final Answer LOST = new Answer(0, Json.object());

    /** The answer to a call that could not even be read. */
    public static Answer unreadable() {
        return refusal(BotApiException.badRequest("can't parse JSON object"));
    }

    /** The answer to a call at an address that is not of the form {@code /bot<token>/<method>}. */
    public static Answer unknownAddress() {
        return refusal(BotApiException.unknownAddress());
    }

    static Answer result(JsonNode result) {
        ObjectNode body = Json.object().put("ok", true);
        body.set("result", result);
        return new Answer(200, body);
    }

    static Answer refusal(BotApiException refused) {
        ObjectNode body = Json.object()
                .put("ok", false)
                .put("error_code", refused.code())
                .put("description", refused.getMessage());
        if (refused.retryAfter() != null) {
            body.putObject("parameters").put("retry_after", refused.retryAfter());
        }
        return new Answer(refused.code(), body);
    }

    public boolean isLost() {
        return this == LOST;
    }

    /** Seconds to wait, as Telegram repeats them in the header {@code Retry-After}; 0 when there is nothing to wait for. */
    public int retryAfter() {
        return body.path("parameters").path("retry_after").asInt(0);
    }
}
