package ru.trenergram.telegram;

import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Keeps what each chat's menu shows, and sends a menu through the outbox when that changes. */
@Component
class ChatMenus implements CommandMenus {

    private static final String BUTTON = "menu_button";

    private final Bots bots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Outbox outbox;
    private final Payloads payloads;
    private final MessageSource texts;

    ChatMenus(
            Bots bots,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Outbox outbox,
            Payloads payloads,
            MessageSource texts) {
        this.bots = bots;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.payloads = payloads;
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
        sendOnce(new ChatKey(bot, telegramId), "menu", call.payload(), call, Priority.TRANSACTIONAL);
    }

    @Override
    public void button(Bot bot, long telegramId, Button.@Nullable WebApp app) {
        payloads.menuButton(telegramId, app)
                .ifPresent(call -> sendOnce(
                        new ChatKey(bot, telegramId),
                        BUTTON,
                        app == null ? null : call.payload(),
                        call,
                        Priority.TRANSACTIONAL));
    }

    private record Shown(ChatKey chat, String call) {}

    /** Where the service has moved to another address, the chats' buttons open that. Nobody's message waits for it. */
    void follow(Bot bot) {
        List<Shown> elsewhere = jdbc.sql("""
                        SELECT chat_id, menu_button FROM telegram_chat
                        WHERE bot = ? AND menu_button IS NOT NULL AND strpos(menu_button, ?) = 0
                        """)
                .params(bot.name(), "\"url\":\"" + bots.baseUrl() + "/")
                .query((row, _) -> new Shown(new ChatKey(bot, row.getLong("chat_id")), row.getString("menu_button")))
                .list();
        for (Shown shown : elsewhere) {
            Outgoing call = new Outgoing(Outgoing.Method.MENU_BUTTON, shown.call());
            payloads.moved(shown.chat().chatId(), call)
                    .ifPresent(moved -> sendOnce(shown.chat(), BUTTON, moved.payload(), moved, Priority.BROADCAST));
        }
    }

    /** @param column of what the chat shows now; null there for what it shows from the beginning */
    private void sendOnce(ChatKey chat, String column, @Nullable String shown, Outgoing call, Priority priority) {
        transactions.executeWithoutResult(_ -> {
            boolean changes =
                    jdbc.sql("UPDATE telegram_chat SET " + column + " = :shown WHERE bot = :bot AND chat_id = :chat"
                                            + " AND " + column + " IS DISTINCT FROM :shown")
                                    .param("shown", shown, Types.VARCHAR)
                                    .param("bot", chat.bot().name())
                                    .param("chat", chat.chatId())
                                    .update()
                            == 1;
            if (changes) {
                outbox.add(chat, call, new Outbox.Terms(priority, column + ":" + UUID.randomUUID()));
            }
        });
    }

    private BotCommand described(Bot bot, String name, Locale language) {
        return new BotCommand(name, texts.getMessage(CommandMenu.key(bot, name), null, language));
    }
}
