package ru.trenergram.telegram.spi;

import org.jspecify.annotations.Nullable;

/** A person as Telegram describes them in an update. */
public record TelegramPerson(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String languageCode) {}
