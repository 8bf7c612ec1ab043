package ru.trenergram.telegram.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that asked for a receipt has arrived at Telegram. Published in the transaction that records it.
 *
 * @param messageId under which its chat knows it; null where Telegram does not say
 */
public record MessageSent(
        Bot bot,
        long telegramId,
        String dedupeKey,
        @Nullable Long messageId,
        Instant at) {}
