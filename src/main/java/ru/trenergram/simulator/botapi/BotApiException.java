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

    /** A token that no bot has, or that is none. */
    static BotApiException unauthorized(String token) {
        String why = token.indexOf(':') < 0 ? ": invalid token specified" : "";
        return new BotApiException(401, "Unauthorized" + why, null);
    }

    static BotApiException notFound(String description) {
        return new BotApiException(404, "Not Found: " + description, null);
    }

    /** An address that is not of the form {@code /bot<token>/<method>}. */
    static BotApiException unknownAddress() {
        return new BotApiException(404, "Not Found", null);
    }

    static BotApiException tooLarge() {
        return new BotApiException(413, "Request Entity Too Large", null);
    }

    static BotApiException tooManyRequests(int seconds) {
        return new BotApiException(429, "Too Many Requests: retry after " + seconds, seconds);
    }

    /** Trouble of Telegram's own, or of what stands before it. */
    static BotApiException serverError(int code) {
        return new BotApiException(
                code,
                switch (code) {
                    case 502 -> "Bad Gateway";
                    case 503 -> "Service Unavailable";
                    case 504 -> "Gateway Timeout";
                    default -> "Internal Server Error";
                },
                null);
    }

    /** The description as the reason for another one: without the code's name, beginning with a capital. */
    String reason() {
        String reason = String.valueOf(getMessage()).replaceFirst("^Bad Request: ", "");
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }

    int code() {
        return code;
    }

    @Nullable Integer retryAfter() {
        return retryAfter;
    }
}
