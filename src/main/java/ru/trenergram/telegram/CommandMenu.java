package ru.trenergram.telegram;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import ru.trenergram.telegram.spi.Bot;

/**
 * The list behind a bot's menu button: the commands that have a description, {@code telegram.commands.<bot>.<command>},
 * in the message bundles. Russian is for everybody whose language has no list of its own. Groups have no list: the bots are
 * of use in private chats only.
 */
@Component
class CommandMenu {

    private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

    private final Bots bots;
    private final Conversation conversation;
    private final MessageSource texts;

    CommandMenu(Bots bots, Conversation conversation, MessageSource texts) {
        this.bots = bots;
        this.conversation = conversation;
        this.texts = texts;
    }

    /** Whether it worked; a failure is logged and worth another try. */
    boolean publish(Bot bot) {
        try {
            publish(bot, Locale.of("ru"), null);
            publish(bot, Locale.ENGLISH, "en");
            return true;
        } catch (TelegramApiException e) {
            log.warn("{} bot: its commands could not be set, to be tried again: {}", bot, Bots.reason(e));
            return false;
        }
    }

    private void publish(Bot bot, Locale locale, @Nullable String language) throws TelegramApiException {
        var commands = conversation.table(bot).commandNames().stream()
                .map(name -> described(bot, name, locale))
                .filter(command -> !command.getDescription().isEmpty())
                .toList();
        bots.client(bot)
                .execute(SetMyCommands.builder()
                        .commands(commands)
                        .scope(new BotCommandScopeAllPrivateChats())
                        .languageCode(language)
                        .build());
    }

    private BotCommand described(Bot bot, String name, Locale locale) {
        String description = texts.getMessage(key(bot, name), new Object[0], "", locale);
        return new BotCommand(name, description == null ? "" : description);
    }

    /** Where a command's description stands. */
    static String key(Bot bot, String command) {
        return "telegram.commands." + bot.name().toLowerCase(Locale.ROOT) + "." + command;
    }
}
