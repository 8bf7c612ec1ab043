package ru.trenergram.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import ru.trenergram.telegram.OutboxQueue.Queued;
import ru.trenergram.telegram.spi.Bot;

/**
 * Sends a bot's outbox: by priority, then in order; one message at a time to a chat, several chats side by side. Asks the
 * table after every commit of this node and twice a second for what other nodes wrote.
 */
final class Sender implements SoleWork {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int PARALLEL = 8;
    private static final int LOOK_AHEAD = 100;

    private final Bot bot;
    private final Clock clock;
    private final OutboxQueue queue;
    private final Postman postman;
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private final Map<Long, Instant> retries = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(PARALLEL);
    private volatile Pulse pulse = new Pulse();
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile boolean running;

    /** Whether rows may stand as SENDING that nobody is sending: after a start, or when an outcome could not be written. */
    private volatile boolean unrecorded;

    Sender(Bot bot, Clock clock, OutboxQueue queue, Postman postman) {
        this.bot = bot;
        this.clock = clock;
        this.queue = queue;
        this.postman = postman;
    }

    @Override
    public String name() {
        return "sender-" + bot;
    }

    @Override
    public int key() {
        return bot.ordinal() * 2 + 1;
    }

    /** For the health report. */
    String state() {
        if (!running) {
            return "standby";
        }
        return clock.instant().isBefore(pausedUntil) ? "paused by Telegram until " + pausedUntil : "sending";
    }

    void wake() {
        pulse.wake();
    }

    @Override
    public void run(Pulse pulse) {
        this.pulse = pulse;
        running = true;
        unrecorded = true;
        var pace = new Pace();
        try {
            do {
                while (tryRound(pace)) {}
            } while (pulse.await(LOOK));
        } finally {
            drain();
            running = false;
        }
    }

    private boolean tryRound(Pace pace) {
        try {
            if (unrecorded) {
                if (!inFlight.isEmpty()) {
                    return false;
                }
                queue.recover(bot);
                unrecorded = false;
            }
            return round(pace);
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} bot: the outbox cannot be read: {}", bot, e.getMessage());
            return false;
        }
    }

    /** Several messages on their way may each be told to wait; the longest pause holds. */
    private synchronized void pause(Instant until) {
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /** Lets what is on its way arrive and be written down. */
    private void drain() {
        try {
            if (places.tryAcquire(PARALLEL, DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(PARALLEL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the first message of each chat that may go; says whether there is more to see at once. */
    private boolean round(Pace pace) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            return false;
        }
        var rows = queue.due(bot, waitingChats(pace, now), LOOK_AHEAD);
        var seen = new HashSet<Long>();
        boolean begun = false;
        for (Queued head : rows) {
            if (!seen.add(head.chatId())) {
                continue; // the chat's next message waits for the one before
            }
            if (head.retryAt() != null && head.retryAt().isAfter(now)) {
                retries.put(head.chatId(), head.retryAt());
            } else if (!pace.botMay() || !places.tryAcquire()) {
                return false;
            } else {
                begin(head, pace);
                begun = true;
            }
        }
        return begun && rows.size() == LOOK_AHEAD;
    }

    private Set<Long> waitingChats(Pace pace, Instant now) {
        retries.values().removeIf(at -> !at.isAfter(now));
        var waiting = new HashSet<>(inFlight);
        waiting.addAll(retries.keySet());
        waiting.addAll(pace.waitingChats());
        return waiting;
    }

    private void begin(Queued head, Pace pace) {
        if (head.method() != Outgoing.Method.ANSWER) {
            pace.spend(head.chatId());
        }
        inFlight.add(head.chatId());
        Thread.ofVirtual().name("telegram-send-" + head.id()).start(() -> {
            try {
                deliver(head);
            } finally {
                inFlight.remove(head.chatId());
                places.release();
                pulse.wake();
            }
        });
    }

    private void deliver(Queued head) {
        try {
            queue.claim(bot, head.id()).ifPresent(claimed -> {
                switch (postman.deliver(claimed)) {
                    case Postman.Next.GoOn() -> {}
                    case Postman.Next.PauseBot(Instant until) -> pause(until);
                    case Postman.Next.PauseChat(Instant until) -> retries.put(head.chatId(), until);
                }
            });
        } catch (RuntimeException e) {
            unrecorded = true;
            log.error("{} bot: what came of message {} could not be written down", bot, head.id(), e);
        }
    }
}
