package ru.trenergram.security;

/** Whoever makes a request, in the API and in the panels: {@code @AuthenticationPrincipal Caller}. */
public record Caller(long userId, long telegramId) implements java.security.Principal, java.io.Serializable {

    /** The Telegram id, as it stands in logs. */
    @Override
    public String getName() {
        return Long.toString(telegramId);
    }
}
