package ru.trenergram.security;

import org.jspecify.annotations.Nullable;

/** Who opened a Mini App, as Telegram signed it. */
public record TelegramIdentity(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode,
        @Nullable String photoUrl) {}
