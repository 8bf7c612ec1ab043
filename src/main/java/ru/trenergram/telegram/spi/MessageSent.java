package ru.trenergram.telegram.spi;

import java.time.Instant;

/** A message that asked for a receipt has arrived at Telegram. Published in the transaction that records it. */
public record MessageSent(Bot bot, long telegramId, String dedupeKey, Instant at) {}
