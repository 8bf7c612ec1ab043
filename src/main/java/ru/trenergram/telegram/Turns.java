package ru.trenergram.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.base.DomainException;
import ru.trenergram.telegram.InboundUpdates.Waiting;

/**
 * Takes a chat's next update and handles it in one transaction. What a handler did before it said no is rolled back whole
 * rather than to a savepoint, of which an EntityManager knows nothing; a second transaction then tells the person and
 * marks the update. Between the two nothing is lost: the update is still there.
 */
@Component
class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final int ATTEMPTS = 3;

    private final TransactionTemplate transactions;
    private final InboundUpdates updates;
    private final Dialogs dialogs;
    private final Conversation conversation;
    private final TransportMetrics metrics;

    Turns(
            TransactionTemplate transactions,
            InboundUpdates updates,
            Dialogs dialogs,
            Conversation conversation,
            TransportMetrics metrics) {
        this.transactions = transactions;
        this.updates = updates;
        this.dialogs = dialogs;
        this.conversation = conversation;
        this.metrics = metrics;
    }

    enum Outcome {
        /** There may be more. */
        DONE,
        /** Nothing waits. */
        EMPTY,
        /** It failed and may be tried again in a moment. */
        AGAIN,
        /** Not even the failure could be written down. */
        UNAVAILABLE
    }

    Outcome next(ChatKey chat) {
        var taken = new AtomicReference<@Nullable Waiting>();
        long begin = System.nanoTime();
        try {
            transactions.executeWithoutResult(_ -> {
                var dialog = dialogs.lock(chat);
                updates.oldest(chat).ifPresent(update -> {
                    taken.set(update);
                    conversation.answer(update, dialog);
                    updates.done(update);
                });
            });
            if (taken.get() == null) {
                return Outcome.EMPTY;
            }
            metrics.handled(chat.bot(), null, Duration.ofNanos(System.nanoTime() - begin));
            return Outcome.DONE;
        } catch (Throwable failure) { // whatever a handler throws, its chat goes on
            metrics.handled(chat.bot(), failure, Duration.ofNanos(System.nanoTime() - begin));
            return afterwards(chat, taken.get(), failure);
        }
    }

    private Outcome afterwards(ChatKey chat, @Nullable Waiting update, Throwable failure) {
        if (update == null) {
            log.warn("Chat {} cannot be handled now: {}", chat, failure.toString());
            return Outcome.UNAVAILABLE;
        }
        try {
            return failure instanceof DomainException refusal ? refuseOrCount(update, refusal) : count(update, failure);
        } catch (RuntimeException e) {
            log.warn("Update {} stays unhandled for now: {}", update.updateId(), e.toString());
            return Outcome.UNAVAILABLE;
        }
    }

    /** A refusal that cannot be told (its sentence is missing in the bundles) must not hold up the chat for good. */
    private Outcome refuseOrCount(Waiting update, DomainException refusal) {
        try {
            return refuse(update, refusal);
        } catch (RuntimeException e) {
            return count(update, e);
        }
    }

    private Outcome refuse(Waiting update, DomainException refusal) {
        transactions.executeWithoutResult(_ -> {
            dialogs.lock(update.chat());
            if (updates.done(update)) {
                conversation.refuse(update, refusal);
            }
        });
        return Outcome.DONE;
    }

    private Outcome count(Waiting update, Throwable failure) {
        Integer attempts = transactions.execute(_ -> {
            dialogs.lock(update.chat());
            int failed = updates.failed(update, failure.toString());
            if (failed >= ATTEMPTS && updates.done(update)) {
                conversation.apologize(update);
            }
            return failed;
        });
        log.error("Update {} of {} failed, attempt {}", update.updateId(), update.chat(), attempts, failure);
        return attempts != null && attempts >= ATTEMPTS ? Outcome.DONE : Outcome.AGAIN;
    }
}
