package ru.trenergram.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A person of the simulated Telegram.
 *
 * @param languageCode of their Telegram, as in {@code ru}
 * @param phone digits only, as Telegram gives it in a contact
 */
public record SimulatedPerson(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        String languageCode,
        String phone) {}
