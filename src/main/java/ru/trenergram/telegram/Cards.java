package ru.trenergram.telegram;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.Outbox.Revision;
import ru.trenergram.telegram.Outbox.Terms;
import ru.trenergram.telegram.OutboxQueue.Claimed;
import ru.trenergram.telegram.spi.Messenger.Priority;

/**
 * Which message of a chat is the live one of a card. Whoever writes to a card locks its row until the commit, so that the
 * numbers of what is written rise in the order in which it becomes visible.
 */
@Component
class Cards {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Payloads payloads;
    private final Clock clock;

    Cards(JdbcClient jdbc, Outbox outbox, Payloads payloads, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** Locks a card and numbers what is about to be written to it. */
    Revision next(ChatKey chat, String card) {
        long number = jdbc.sql("""
                        INSERT INTO telegram_card (bot, chat_id, card, revision, touched_at)
                        VALUES (:bot, :chatId, :card, 1, :now)
                        ON CONFLICT (bot, chat_id, card)
                        DO UPDATE SET revision = telegram_card.revision + 1, touched_at = :now
                        RETURNING revision""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("card", card)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        return new Revision(card, number);
    }

    /** An update outdates all those before it. */
    void updated(ChatKey chat, Revision update) {
        set(chat, update, "newest = :revision", null);
    }

    /** The message that a person has pressed a button of is the live one; what was live before loses its buttons. */
    void press(ChatKey chat, Revision update, long messageId) {
        retireFormer(chat, update.card(), messageId);
        set(chat, update, "message_id = :messageId", messageId);
    }

    /** Which message an update edits; empty when there is none or a later update does it. */
    Optional<Long> target(Claimed update) {
        Revision revision = revision(update);
        return jdbc.sql("""
                        SELECT message_id FROM telegram_card
                        WHERE bot = :bot AND chat_id = :chatId AND card = :card AND newest <= :revision
                          AND message_id IS NOT NULL""")
                .param("bot", update.chat().bot().name())
                .param("chatId", update.chat().chatId())
                .param("card", revision.card())
                .param("revision", revision.number())
                .query(Long.class)
                .optional();
    }

    /**
     * A message of a card was sent and is the live one, unless one that was written later is that already, as this one had
     * to wait. An update that was written later but went out earlier is shown again.
     */
    void sent(Claimed message, long messageId) {
        Revision revision = revision(message);
        ChatKey chat = message.chat();
        if (isOvertaken(chat, revision)) {
            retire(chat, messageId);
            return;
        }
        retireFormer(chat, revision.card(), messageId);
        jdbc.sql("""
                        UPDATE telegram_outbox o SET state = 'QUEUED', retry_at = NULL FROM telegram_card c
                        WHERE c.bot = :bot AND c.chat_id = :chatId AND c.card = :card AND c.newest > :revision
                          AND o.bot = c.bot AND o.chat_id = c.chat_id AND o.card = c.card
                          AND o.card_revision = c.newest AND o.state IN ('SENT', 'SKIPPED')""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("card", revision.card())
                .param("revision", revision.number())
                .update();
        set(chat, revision, "message_id = :messageId, newest = greatest(newest, :revision)", messageId);
    }

    /** Only what came as a message of its own has an id there. */
    private boolean isOvertaken(ChatKey chat, Revision message) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM telegram_outbox
                                       WHERE bot = :bot AND chat_id = :chatId AND card = :card
                                         AND card_revision > :revision AND telegram_message_id IS NOT NULL)""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("card", message.card())
                .param("revision", message.number())
                .query(Boolean.class)
                .single();
    }

    private void retireFormer(ChatKey chat, String card, long messageId) {
        jdbc.sql("""
                        SELECT message_id FROM telegram_card
                        WHERE bot = :bot AND chat_id = :chatId AND card = :card AND message_id <> :messageId
                        FOR UPDATE""")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("card", card)
                .param("messageId", messageId)
                .query(Long.class)
                .optional()
                .ifPresent(former -> retire(chat, former));
    }

    private void retire(ChatKey chat, long messageId) {
        outbox.add(
                chat,
                payloads.withoutButtons(chat.chatId(), messageId),
                new Terms(Priority.TRANSACTIONAL, "card-retired:" + UUID.randomUUID()));
    }

    private void set(ChatKey chat, Revision revision, String change, @Nullable Long messageId) {
        jdbc.sql("UPDATE telegram_card SET " + change + " WHERE bot = :bot AND chat_id = :chatId AND card = :card")
                .param("bot", chat.bot().name())
                .param("chatId", chat.chatId())
                .param("card", revision.card())
                .param("revision", revision.number())
                .param("messageId", messageId)
                .update();
    }

    private static Revision revision(Claimed claimed) {
        return Objects.requireNonNull(claimed.revision());
    }
}
