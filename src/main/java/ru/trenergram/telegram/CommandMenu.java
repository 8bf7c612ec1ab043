package ru.trenergram.telegram;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;

/**
 * The list behind a bot's menu button: the commands that have a description, {@code telegram.commands.<bot>.<command>},
 * in the message bundles.
 */
@Component
class CommandMenu {

    private final Conversation conversation;
    private final MessageSource texts;

    CommandMenu(Conversation conversation, MessageSource texts) {
        this.conversation = conversation;
        this.texts = texts;
    }

    /** As the Bot API's {@code BotCommand}s. */
    List<SortedMap<String, String>> of(Bot bot, Locale locale) {
        return conversation.table(bot).commandNames().stream()
                .map(name -> described(bot, name, locale))
                .filter(command -> !command.get("description").isEmpty())
                .toList();
    }

    private SortedMap<String, String> described(Bot bot, String name, Locale locale) {
        String description = texts.getMessage(key(bot, name), new Object[0], "", locale);
        var command = new TreeMap<String, String>();
        command.put("command", name);
        command.put("description", description == null ? "" : description);
        return command;
    }

    /** Where a command's description stands. */
    static String key(Bot bot, String command) {
        return "telegram.commands." + bot.name().toLowerCase(Locale.ROOT) + "." + command;
    }
}
