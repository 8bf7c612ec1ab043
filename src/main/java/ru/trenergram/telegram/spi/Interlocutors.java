package ru.trenergram.telegram.spi;

import org.jspecify.annotations.Nullable;

/** How the transport learns who writes. One bean implements it; its methods run inside the transaction of an update. */
public interface Interlocutors {

    /**
     * Somebody wrote to a bot: finds their user, or makes one.
     *
     * @param startPayload what followed {@code /start}, if that is what they sent; kept as the source of a new user
     */
    Interlocutor seen(Bot bot, TelegramPerson person, @Nullable String startPayload);

    /**
     * Is asked before anything is done for somebody.
     *
     * @throws ru.trenergram.base.DomainException when nothing is: they are told its sentence
     */
    void admit(Interlocutor user);

    /** The person took back a bot that they had blocked. */
    void reachable(Bot bot, long telegramId);

    /** The bot can no longer write to this person: they blocked it, or the account is gone. */
    void unreachable(Bot bot, long telegramId);
}
