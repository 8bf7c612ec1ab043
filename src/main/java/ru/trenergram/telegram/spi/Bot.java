package ru.trenergram.telegram.spi;

/** The two bots: one for trainers and clients, one for the staff of clubs and the platform. */
public enum Bot {
    MAIN,
    STAFF
}
