package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Where everything that is to be sent is written down, in the transaction that gives the reason for it. */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<Bot, Runnable> senders = new ConcurrentHashMap<>();

    Outbox(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Queues a call once for its dedupe key, and tells this node's sender after the commit; another node's looks twice a second. */
    void add(ChatKey chat, Outgoing outgoing, Priority priority, String dedupeKey) {
        transactions.executeWithoutResult(_ -> {
            insert(chat, outgoing, priority, dedupeKey);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake(chat.bot());
                }
            });
        });
    }

    private void insert(ChatKey chat, Outgoing outgoing, Priority priority, String dedupeKey) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, photo, file_name, dedupe_key, priority, not_before, created_at)
                        VALUES (:bot, :chatId, :method, :payload::json, :photo, :fileName, :key, :priority, :now, :now)
                        ON CONFLICT (dedupe_key) DO NOTHING""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("method", outgoing.method().wire())
                .param("payload", outgoing.payload())
                .param("photo", outgoing.photo(), java.sql.Types.BINARY)
                .param("fileName", outgoing.fileName())
                .param("key", dedupeKey)
                .param("priority", priority.ordinal())
                .param("now", now)
                .update();
    }

    void onAdded(Bot bot, Runnable sender) {
        senders.put(bot, sender);
    }

    private void wake(Bot bot) {
        var sender = senders.get(bot);
        if (sender != null) {
            sender.run();
        }
    }
}
