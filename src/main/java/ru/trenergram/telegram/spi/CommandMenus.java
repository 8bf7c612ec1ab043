package ru.trenergram.telegram.spi;

import java.util.List;
import java.util.Locale;

/** The commands behind the menu button of one person's chat. */
public interface CommandMenus {

    /**
     * Shows a person these commands in this order, with their descriptions ({@code telegram.commands.<bot>.<command>}), in
     * place of everybody's. Nothing happens when they stand there already, or when the person never wrote to the bot.
     */
    void show(Bot bot, long telegramId, Locale language, List<String> commands);
}
