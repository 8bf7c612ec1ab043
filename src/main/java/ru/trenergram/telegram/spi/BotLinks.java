package ru.trenergram.telegram.spi;

/** Addresses that lead into a bot or a Mini App. */
public interface BotLinks {

    /**
     * A link that opens the bot and sends {@code /start <payload>}.
     *
     * @param payload 1–64 characters of {@code A–Z a–z 0–9 _ -}; anything else is an IllegalArgumentException
     * @throws ru.trenergram.base.DomainException UNAVAILABLE while Telegram has not yet told the bot's name
     */
    String deepLink(Bot bot, String payload);

    /** The trainer's Mini App. */
    String trainerApp(long telegramId);

    /** The client's Mini App. */
    String clientApp(long telegramId);
}
