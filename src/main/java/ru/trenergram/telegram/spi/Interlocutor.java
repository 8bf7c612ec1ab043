package ru.trenergram.telegram.spi;

import java.util.Locale;

/** The user behind a chat. */
public record Interlocutor(long userId, long telegramId, Locale locale) {}
