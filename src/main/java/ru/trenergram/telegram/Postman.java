package ru.trenergram.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.telegram.Delivery.Result;
import ru.trenergram.telegram.OutboxQueue.Claimed;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Sends one claimed message and writes down what came of it. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** After that nobody looks at the button any more. */
    private static final int ATTEMPTS_TO_ANSWER_A_BUTTON = 3;

    private final Delivery delivery;
    private final OutboxQueue queue;
    private final Interlocutors interlocutors;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Postman(
            Delivery delivery,
            OutboxQueue queue,
            Interlocutors interlocutors,
            TransactionTemplate transactions,
            Clock clock) {
        this.delivery = delivery;
        this.queue = queue;
        this.interlocutors = interlocutors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the sender has to respect from now on. */
    sealed interface Next {

        record GoOn() implements Next {}

        record PauseBot(Instant until) implements Next {}

        record PauseChat(Instant until) implements Next {}
    }

    Next deliver(Claimed claimed) {
        return switch (attempt(claimed)) {
            case Result.Sent(Long messageId) -> {
                queue.sent(claimed, messageId);
                yield new Next.GoOn();
            }
            case Result.TooFast(Duration pause) -> {
                Instant until = clock.instant().plus(pause);
                queue.again(claimed, until, "429 retry after " + pause.toSeconds() + " s");
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
            case Result.Refused(String reason) -> {
                queue.giveUp(claimed, "FAILED", reason);
                if (claimed.outgoing().method() != Outgoing.Method.ANSWER) {
                    log.warn("Message {} to {} refused: {}", claimed.id(), claimed.chat(), reason);
                }
                yield new Next.GoOn();
            }
            case Result.Trouble trouble -> trouble(claimed, trouble);
        };
    }

    /** A payload that cannot even be read must not hold up its chat. */
    private Result attempt(Claimed claimed) {
        try {
            return delivery.send(claimed.chat(), claimed.outgoing());
        } catch (RuntimeException e) {
            log.error("Message {} cannot be sent", claimed.id(), e);
            return new Result.Refused(e.toString());
        }
    }

    private void unreachable(Claimed claimed, String reason) {
        try {
            transactions.executeWithoutResult(_ -> {
                queue.giveUp(claimed, "SKIPPED", reason);
                interlocutors.unreachable(claimed.chat().bot(), claimed.chat().chatId());
            });
        } catch (RuntimeException e) {
            log.error("{} could not be marked as unreachable", claimed.chat(), e);
            queue.giveUp(claimed, "SKIPPED", reason);
        }
    }

    private Next trouble(Claimed claimed, Result.Trouble trouble) {
        if (trouble.reached() && claimed.priority() == Priority.BROADCAST) {
            queue.giveUp(claimed, "UNKNOWN", trouble.reason());
            return new Next.GoOn();
        }
        if (claimed.outgoing().method() == Outgoing.Method.ANSWER
                && claimed.attempts() >= ATTEMPTS_TO_ANSWER_A_BUTTON) {
            queue.giveUp(claimed, "FAILED", trouble.reason());
            return new Next.GoOn();
        }
        Instant at = clock.instant().plus(wait(claimed.attempts()));
        queue.again(claimed, at, trouble.reason());
        log.warn("Message {} to {} is tried again at {}: {}", claimed.id(), claimed.chat(), at, trouble.reason());
        return new Next.PauseChat(at);
    }

    /** Doubles from a second on; the jitter keeps the chats from coming back all at once. */
    private static Duration wait(int attempts) {
        long millis = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempts, 10));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
