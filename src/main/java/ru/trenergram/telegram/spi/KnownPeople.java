package ru.trenergram.telegram.spi;

/** Lets a stand-in for Telegram know of people in advance. There is no such bean when the bots are real. */
public interface KnownPeople {

    /**
     * Adds an account to which both bots may write; nothing happens when there is one with this id.
     *
     * @param phone digits, as Telegram sends it
     */
    void add(TelegramPerson person, String phone);
}
