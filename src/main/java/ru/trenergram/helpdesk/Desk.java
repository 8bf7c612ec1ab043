package ru.trenergram.helpdesk;

import java.util.Locale;
import ru.trenergram.telegram.spi.Bot;

/** A chat in which questions are read and answered. */
record Desk(Bot bot, long chatId, Locale language) {}
