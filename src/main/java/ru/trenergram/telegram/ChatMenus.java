package ru.trenergram.telegram;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Keeps what each chat's menu shows, and sends a menu through the outbox when that changes. */
@Component
class ChatMenus implements CommandMenus {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Outbox outbox;
    private final MessageSource texts;

    ChatMenus(JdbcClient jdbc, TransactionTemplate transactions, Outbox outbox, MessageSource texts) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.texts = texts;
    }

    @Override
    public void show(Bot bot, long telegramId, Locale language, List<String> commands) {
        var menu = SetMyCommands.builder()
                .commands(commands.stream()
                        .map(name -> described(bot, name, language))
                        .toList())
                .scope(new BotCommandScopeChat(Long.toString(telegramId)))
                .build();
        var call = new Outgoing(Outgoing.Method.COMMANDS, Json.write(menu));
        transactions.executeWithoutResult(_ -> {
            if (changes(bot, telegramId, call.payload())) {
                outbox.add(
                        new ChatKey(bot, telegramId),
                        call,
                        new Outbox.Terms(Priority.TRANSACTIONAL, "commands:" + UUID.randomUUID()));
            }
        });
    }

    private boolean changes(Bot bot, long chatId, String menu) {
        return jdbc.sql("""
                        UPDATE telegram_chat SET menu = :menu
                        WHERE bot = :bot AND chat_id = :chat AND menu IS DISTINCT FROM :menu
                        """)
                        .param("menu", menu)
                        .param("bot", bot.name())
                        .param("chat", chatId)
                        .update()
                == 1;
    }

    private BotCommand described(Bot bot, String name, Locale language) {
        return new BotCommand(name, texts.getMessage(CommandMenu.key(bot, name), null, language));
    }
}
