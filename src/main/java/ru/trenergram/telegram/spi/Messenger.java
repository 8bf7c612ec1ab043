package ru.trenergram.telegram.spi;

/** Sends messages that are no answer to an update. They are stored first and survive restarts. */
public interface Messenger {

    /**
     * Queues a message in the transaction that runs.
     *
     * @param dedupeKey names the occasion, over all modules and bots ({@code booking:42:created:trainer}); a second message
     *     with the same key is dropped
     */
    void send(Bot bot, long telegramId, Message message, Priority priority, String dedupeKey);

    /** What may overtake what, most urgent first. */
    enum Priority {
        INTERACTIVE,
        TRANSACTIONAL,
        BROADCAST
    }
}
