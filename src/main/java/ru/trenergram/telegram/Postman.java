package ru.trenergram.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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

/** Sends one claimed message and writes down what came of it. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** After that nobody looks at the button any more. */
    private static final int ATTEMPTS_TO_ANSWER_A_BUTTON = 3;

    private final LastChecks checks;
    private final CardDelivery delivery;
    private final OutboxQueue queue;
    private final Cards cards;
    private final Interlocutors interlocutors;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Postman(
            LastChecks checks,
            CardDelivery delivery,
            OutboxQueue queue,
            Cards cards,
            Interlocutors interlocutors,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.checks = checks;
        this.delivery = delivery;
        this.queue = queue;
        this.cards = cards;
        this.interlocutors = interlocutors;
        this.events = events;
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
        boolean wanted;
        try {
            wanted = checks.allow(claimed.terms().dedupeKey());
        } catch (RuntimeException e) {
            log.warn("Whether message {} is still wanted cannot be said now", claimed.id(), e);
            return trouble(claimed, new Result.Trouble(e.toString(), false));
        }
        if (!wanted) {
            giveUp(claimed, "SKIPPED", "not wanted any more", Reason.NOT_WANTED);
            return new Next.GoOn();
        }
        Optional<Result> result = delivery.send(claimed);
        if (result.isEmpty()) {
            queue.giveUp(claimed, "SKIPPED", "nothing to update, or a later update does it");
            return new Next.GoOn();
        }
        return record(claimed, result.get());
    }

    private Next record(Claimed claimed, Result result) {
        return switch (result) {
            case Result.Sent(Long messageId) -> {
                sent(claimed, messageId);
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
            case Result.Gone(String reason) -> refused(claimed, reason);
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

    private Next refused(Claimed claimed, String reason) {
        giveUp(claimed, "FAILED", reason, Reason.REFUSED);
        if (claimed.outgoing().method() != Outgoing.Method.ANSWER) {
            log.warn("Message {} to {} refused: {}", claimed.id(), claimed.chat(), reason);
        }
        return new Next.GoOn();
    }

    private Next trouble(Claimed claimed, Result.Trouble trouble) {
        if (trouble.reached() && !claimed.mayComeTwice()) {
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
