package ru.trenergram.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;

/**
 * The list behind a bot's menu button: the commands that have a description, {@code telegram.commands.<bot>.<command>},
 * in the message bundles. Groups have no list: the bots are of use in private chats only.
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
                .filter(name -> !description(bot, name, locale).isEmpty())
                .<SortedMap<String, String>>map(
                        name -> new TreeMap<>(Map.of("command", name, "description", description(bot, name, locale))))
                .toList();
    }

    private String description(Bot bot, String command, Locale locale) {
        return Objects.requireNonNullElse(texts.getMessage(key(bot, command), new Object[0], "", locale), "");
    }

    /** Where a command's description stands. */
    static String key(Bot bot, String command) {
        return "telegram.commands." + bot.name().toLowerCase(Locale.ROOT) + "." + command;
    }
}
