package ru.trenergram.telegram;

import ru.trenergram.telegram.spi.Bot;

/** One conversation: a bot and a chat, whose id in private is the person's Telegram id. */
record ChatKey(Bot bot, long chatId) {}
