package ru.trenergram.telegram.spi;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Message.Button;

/** The menu button of one person's chat, and the commands behind it. */
public interface CommandMenus {

    /**
     * Shows a person these commands in this order, with their descriptions ({@code telegram.commands.<bot>.<command>}), in
     * place of everybody's. Nothing happens when they stand there already, or when the person never wrote to the bot.
     */
    void show(Bot bot, long telegramId, Locale language, List<String> commands);

    /** What the menu button opens: a Mini App, or the commands where there is none. Nothing happens when it does already. */
    void button(Bot bot, long telegramId, Button.@Nullable WebApp app);
}
