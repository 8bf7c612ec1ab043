package ru.trenergram.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.telegram.Delivery.Result;
import ru.trenergram.telegram.OutboxQueue.Claimed;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.MessageFailed;
import ru.trenergram.telegram.spi.MessageFailed.Reason;
import ru.trenergram.telegram.spi.MessageSent;

/**
 * Sends one claimed message and writes down what came of it; but that a message has simply arrived is left to the sender,
 * who writes it down for many at once.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Of the database's connections; the rest of the pool is for everybody else. */
    private static final int PARALLEL = 4;

    /** After that nobody looks at the button any more. */
    private static final int ATTEMPTS_TO_ANSWER_A_BUTTON = 3;

    private final LastChecks checks;
    private final CardDelivery delivery;
    private final OutboxQueue queue;
    private final Cards cards;
    private final GroupMoves moves;
    private final Interlocutors interlocutors;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final TransportMetrics metrics;
    private final Clock clock;
    private final Semaphore places = new Semaphore(PARALLEL);

    Postman(
            LastChecks checks,
            CardDelivery delivery,
            OutboxQueue queue,
            Cards cards,
            GroupMoves moves,
            Interlocutors interlocutors,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            TransportMetrics metrics,
            Clock clock) {
        this.checks = checks;
        this.delivery = delivery;
        this.queue = queue;
        this.cards = cards;
        this.moves = moves;
        this.interlocutors = interlocutors;
        this.events = events;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What the sender has to respect from now on. */
    sealed interface Next {

        record GoOn() implements Next {}

        /** Is still to be written down. */
        record WriteDown(OutboxQueue.Arrived arrived) implements Next {}

        record PauseBot(Instant until) implements Next {}

        record PauseChat(Instant until) implements Next {}
    }

    Next deliver(Claimed claimed) {
        boolean wanted;
        try {
            wanted = withDatabase(() -> checks.allow(claimed.terms().dedupeKey()));
        } catch (RuntimeException e) {
            log.warn("Whether message {} is still wanted cannot be said now", claimed.id(), e);
            return withDatabase(() -> trouble(claimed, new Result.Trouble(e.toString(), false)));
        }
        if (!wanted) {
            return withDatabase(() -> notWanted(claimed));
        }
        long begin = System.nanoTime();
        Optional<Result> result = delivery.send(claimed);
        result.ifPresent(it -> metrics.sent(claimed, it, Duration.ofNanos(System.nanoTime() - begin)));
        if (result.isPresent() && result.get() instanceof Result.Sent(Long messageId) && isPlain(claimed)) {
            return new Next.WriteDown(new OutboxQueue.Arrived(claimed, messageId));
        }
        return withDatabase(() -> result.map(it -> record(claimed, it)).orElseGet(() -> skip(claimed)));
    }

    /** Whether nobody but the outbox itself has to know that it has arrived. */
    private static boolean isPlain(Claimed claimed) {
        return claimed.revision() == null && !claimed.terms().receipt();
    }

    private <T> T withDatabase(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private Next notWanted(Claimed claimed) {
        giveUp(claimed, "SKIPPED", "not wanted any more", Reason.NOT_WANTED);
        return new Next.GoOn();
    }

    private Next skip(Claimed claimed) {
        queue.giveUp(claimed, "SKIPPED", "nothing to update, or a later update does it");
        return new Next.GoOn();
    }

    private Next record(Claimed claimed, Result result) {
        return switch (result) {
            case Result.Sent(Long messageId) -> {
                sent(claimed, messageId);
                yield new Next.GoOn();
            }
            case Result.TooFast(Duration pause) -> {
                Instant until = clock.instant().plus(pause);
                queue.again(claimed, until, "429 retry after " + pause.toSeconds() + " s", false);
                log.warn(
                        "{} bot: Telegram asks for a pause of {} s",
                        claimed.chat().bot(),
                        pause.toSeconds());
                yield new Next.PauseBot(until);
            }
            case Result.Unreachable(String reason) -> {
                unreachable(claimed, reason);
                yield new Next.GoOn();
            }
            case Result.Gone(String reason) -> refused(claimed, reason);
            case Result.Moved(long to) -> {
                moved(claimed, to);
                yield new Next.GoOn();
            }
            case Result.Refused(String reason) -> refused(claimed, reason);
            case Result.Trouble trouble -> trouble(claimed, trouble);
        };
    }

    private void sent(Claimed claimed, @Nullable Long messageId) {
        transactions.executeWithoutResult(_ -> {
            queue.sent(claimed, messageId);
            if (claimed.revision() != null && messageId != null) {
                cards.sent(claimed, messageId);
            }
            if (claimed.terms().receipt()) {
                var chat = claimed.chat();
                String key = claimed.terms().dedupeKey();
                events.publishEvent(new MessageSent(chat.bot(), chat.chatId(), key, messageId, clock.instant()));
            }
        });
    }

    private void giveUp(Claimed claimed, String state, String error, Reason reason) {
        transactions.executeWithoutResult(_ -> {
            queue.giveUp(claimed, state, error);
            if (claimed.terms().receipt()) {
                var chat = claimed.chat();
                String key = claimed.terms().dedupeKey();
                events.publishEvent(new MessageFailed(chat.bot(), chat.chatId(), key, reason, clock.instant()));
            }
        });
    }

    private void unreachable(Claimed claimed, String reason) {
        try {
            transactions.executeWithoutResult(_ -> {
                giveUp(claimed, "SKIPPED", reason, Reason.UNREACHABLE);
                interlocutors.unreachable(claimed.chat().bot(), claimed.chat().chatId());
            });
        } catch (RuntimeException e) {
            log.error("{} could not be marked as unreachable", claimed.chat(), e);
            giveUp(claimed, "SKIPPED", reason, Reason.UNREACHABLE);
        }
    }

    private void moved(Claimed claimed, long to) {
        transactions.executeWithoutResult(_ -> {
            moves.moved(claimed.chat().chatId(), to);
            queue.readdress(claimed, to);
        });
        log.warn("{} has become the supergroup {}", claimed.chat(), to);
    }

    private Next refused(Claimed claimed, String reason) {
        giveUp(claimed, "FAILED", reason, Reason.REFUSED);
        if (claimed.outgoing().method() != Outgoing.Method.ANSWER) {
            log.warn("Message {} to {} refused: {}", claimed.id(), claimed.chat(), reason);
        }
        return new Next.GoOn();
    }

    private Next trouble(Claimed claimed, Result.Trouble trouble) {
        if (trouble.reached() && !claimed.mayComeTwice()) {
            queue.doubt(claimed, trouble.reason());
            return new Next.GoOn();
        }
        if (claimed.outgoing().method() == Outgoing.Method.ANSWER
                && claimed.attempts() >= ATTEMPTS_TO_ANSWER_A_BUTTON) {
            queue.giveUp(claimed, "FAILED", trouble.reason());
            return new Next.GoOn();
        }
        Instant at = clock.instant().plus(wait(claimed.attempts()));
        queue.again(claimed, at, trouble.reason(), trouble.reached());
        log.warn("Message {} to {} is tried again at {}: {}", claimed.id(), claimed.chat(), at, trouble.reason());
        return new Next.PauseChat(at);
    }

    /** Doubles from a second on; the jitter keeps the chats from coming back all at once. */
    private static Duration wait(int attempts) {
        long millis = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempts, 10));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
