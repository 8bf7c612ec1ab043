package ru.trenergram.simulator.botapi;

import org.jspecify.annotations.Nullable;

/** The Bot API refuses a call; the description is Telegram's own. */
final class BotApiException extends RuntimeException {

    private final int code;
    private final @Nullable Integer retryAfter;

    private BotApiException(int code, String description, @Nullable Integer retryAfter) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static BotApiException badRequest(String description) {
        return new BotApiException(400, "Bad Request: " + description, null);
    }

    static BotApiException forbidden(String description) {
        return new BotApiException(403, "Forbidden: " + description, null);
    }

    static BotApiException conflict(String description) {
        return new BotApiException(409, "Conflict: " + description, null);
    }

    static BotApiException unauthorized() {
        return new BotApiException(401, "Unauthorized", null);
    }

    static BotApiException notFound() {
        return new BotApiException(404, "Not Found", null);
    }

    static BotApiException tooLarge() {
        return new BotApiException(413, "Request Entity Too Large", null);
    }

    static BotApiException tooManyRequests(int seconds) {
        return new BotApiException(429, "Too Many Requests: retry after " + seconds, seconds);
    }

    int code() {
        return code;
    }

    @Nullable Integer retryAfter() {
        return retryAfter;
    }
}
