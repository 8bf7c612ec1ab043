package ru.trenergram.telegram.spi;

import java.time.Instant;

/** A message that asked for a receipt will never arrive. Published in the transaction that records it. */
public record MessageFailed(Bot bot, long telegramId, String dedupeKey, Reason reason, Instant at) {

    public enum Reason {
        /** The person has blocked the bot, never opened it, or is gone. */
        UNREACHABLE,
        /** Telegram does not take such a message. */
        REFUSED,
        /** A {@link LastCheck} has said no. */
        NOT_WANTED
    }
}
