package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    /**
     * How a call travels.
     *
     * @param revision that it gives the card; null for what belongs to none
     */
    record Terms(
            Priority priority,
            String dedupeKey,
            @Nullable Instant notBefore,
            boolean receipt,
            @Nullable Revision revision) {

        Terms(Priority priority, String dedupeKey) {
            this(priority, dedupeKey, null, false, null);
        }
    }

    /** What was written to a card, counted. */
    record Revision(String card, long number) {}

    /** Queues a call once for its dedupe key, and tells this node's sender after the commit; another node's looks twice a second. */
    void add(ChatKey chat, Outgoing outgoing, Terms terms) {
        transactions.executeWithoutResult(_ -> {
            insert(chat, outgoing, terms);
            wakeAfterCommit(chat.bot());
        });
    }

    /** To be called in a transaction that has given a bot something to send. */
    void wakeAfterCommit(Bot bot) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(bot);
            }
        });
    }

    private void insert(ChatKey chat, Outgoing outgoing, Terms terms) {
        Instant now = clock.instant();
        var revision = terms.revision();
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, photo, file_name, dedupe_key, priority, not_before, created_at,
                           receipt, card, card_revision)
                        VALUES (:bot, :chatId, :method, :payload::json, :photo, :fileName, :key, :priority, :notBefore, :now,
                           :receipt, :card, :revision)
                        ON CONFLICT (dedupe_key) DO NOTHING""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("method", outgoing.method().wire())
                .param("payload", outgoing.payload())
                .param("photo", outgoing.photo(), Types.BINARY)
                .param("fileName", outgoing.fileName())
                .param("key", terms.dedupeKey())
                .param("priority", terms.priority().ordinal())
                .param("notBefore", Timestamp.from(Objects.requireNonNullElse(terms.notBefore(), now)))
                .param("now", Timestamp.from(now))
                .param("receipt", terms.receipt())
                .param("card", revision == null ? null : revision.card(), Types.VARCHAR)
                .param("revision", revision == null ? null : revision.number(), Types.BIGINT)
                .update();
    }

    void onAdded(Bot bot, Runnable sender) {
        senders.put(bot, sender);
    }

    /** There may be something to send. */
    void wake(Bot bot) {
        var sender = senders.get(bot);
        if (sender != null) {
            sender.run();
        }
    }
}
