package ru.trenergram.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.OutboxQueue.Arrived;
import ru.trenergram.telegram.OutboxQueue.Claimed;
import ru.trenergram.telegram.OutboxQueue.Queued;
import ru.trenergram.telegram.spi.Bot;

/**
 * Sends a bot's outbox: by priority, then in order; one message at a time to a chat, many chats side by side. Takes the
 * messages, and writes down that they have arrived, for many of them at once. Asks the table after every commit of this
 * node and twice a second for what other nodes wrote.
 */
final class Sender implements SoleWork {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration BREATH = Duration.ofMillis(2);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int PARALLEL = 64;

    /** Below it taking more is put off, so that many are taken at once. */
    private static final int FEW_PLACES = 16;

    private static final int LOOK_AHEAD = 128;

    private final Bot bot;
    private final Settings.Sending limits;
    private final Clock clock;
    private final OutboxQueue queue;
    private final Postman postman;
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private final Map<Long, Instant> retries = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(PARALLEL);

    /** Threads of the platform: with two cores, virtual ones that load classes all at once would block each other. */
    private final ExecutorService carriers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("telegram-send-", 0).factory());

    private volatile Pulse pulse = new Pulse();
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile boolean running;

    /** Whether rows may stand as SENDING that nobody is sending: after a start, or when an outcome could not be written. */
    private volatile boolean unrecorded;

    Sender(Bot bot, Settings.Sending limits, Clock clock, OutboxQueue queue, Postman postman) {
        this.bot = bot;
        this.limits = limits;
        this.clock = clock;
        this.queue = queue;
        this.postman = postman;
    }

    Bot bot() {
        return bot;
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

    /** Pauses and retries wait for moments of a time that has jumped: they begin anew. */
    void timeMoved() {
        pausedUntil = Instant.MIN;
        retries.clear();
        wake();
    }

    @Override
    public void run(Pulse pulse) {
        this.pulse = pulse;
        running = true;
        unrecorded = true;
        var pace = new Pace(limits);
        try {
            do {
                while (tryRound(pace)) {}
            } while (pulse.await(untilNextRound(pace)));
        } finally {
            drain();
            running = false;
        }
    }

    private boolean tryRound(Pace pace) {
        try {
            writeDown();
            if (unrecorded) {
                if (!inFlight.isEmpty()) {
                    return false;
                }
                queue.recover(bot);
                unrecorded = false;
            }
            return round(pace);
        } catch (DataAccessException | TransactionException e) {
            unrecorded = true; // perhaps it has taken messages before it broke
            log.warn("{} bot: the outbox cannot be read or written: {}", bot, e.getMessage());
            return false;
        }
    }

    /** Until something is allowed again; a wake-up comes earlier when something is added or has arrived. */
    private Duration untilNextRound(Pace pace) {
        Instant now = clock.instant();
        Duration wait = now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : pace.untilFree();
        if (wait.isZero() || wait.compareTo(LOOK) > 0) {
            return LOOK;
        }
        return wait.compareTo(BREATH) < 0 ? BREATH : wait;
    }

    /** Until something is written down its chat waits, and it is tried again. */
    private void writeDown() {
        List<Arrived> batch = List.copyOf(arrived);
        if (!batch.isEmpty()) {
            queue.sent(batch);
            batch.forEach(it -> {
                arrived.remove();
                inFlight.remove(it.claimed().chat().chatId());
            });
        }
    }

    /** Several messages on their way may each be told to wait; the longest pause holds. */
    private synchronized void pause(Instant until) {
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /** Lets what is on its way arrive, and writes it down. */
    private void drain() {
        try {
            if (places.tryAcquire(PARALLEL, DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(PARALLEL);
            }
            writeDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} bot: what has arrived cannot be written down: {}", bot, e.getMessage());
        } finally {
            arrived.clear();
            inFlight.clear();
        }
    }

    /** Sends the first message of each chat that may go; says whether there is more to see at once. */
    private boolean round(Pace pace) {
        Instant now = clock.instant();
        int room = Math.min(places.availablePermits(), pace.free());
        if (now.isBefore(pausedUntil) || room < 1 || places.availablePermits() < FEW_PLACES) {
            return false;
        }
        var rows = queue.due(bot, waitingChats(pace, now), LOOK_AHEAD);
        var heads = heads(rows, now, room);
        if (heads.isEmpty()) {
            return false;
        }
        queue.claim(bot, heads).forEach(claimed -> begin(claimed, pace));
        return rows.size() == LOOK_AHEAD;
    }

    private List<Long> heads(List<Queued> rows, Instant now, int room) {
        var seen = new HashSet<Long>();
        var heads = new ArrayList<Long>();
        for (Queued head : rows) {
            if (heads.size() == room) {
                break;
            }
            if (!seen.add(head.chatId())) {
                continue; // the chat's next message waits for the one before
            }
            if (head.retryAt() != null && head.retryAt().isAfter(now)) {
                retries.put(head.chatId(), head.retryAt());
            } else {
                heads.add(head.id());
            }
        }
        return heads;
    }

    private Set<Long> waitingChats(Pace pace, Instant now) {
        retries.values().removeIf(at -> !at.isAfter(now));
        var waiting = new HashSet<>(inFlight);
        waiting.addAll(retries.keySet());
        waiting.addAll(pace.waitingChats());
        return waiting;
    }

    private void begin(Claimed claimed, Pace pace) {
        long chatId = claimed.chat().chatId();
        boolean counts = claimed.outgoing().method() != Outgoing.Method.ANSWER;
        long left = counts ? pace.leaves(chatId) : 0;
        inFlight.add(chatId);
        places.acquireUninterruptibly();
        carriers.execute(() -> {
            try {
                deliver(claimed);
            } finally {
                if (counts) {
                    pace.answered(chatId, left);
                }
                places.release();
                pulse.wake();
            }
        });
    }

    private void deliver(Claimed claimed) {
        long chatId = claimed.chat().chatId();
        try {
            switch (postman.deliver(claimed)) {
                case Postman.Next.GoOn() -> inFlight.remove(chatId);
                case Postman.Next.WriteDown(Arrived it) -> arrived.add(it);
                case Postman.Next.PauseBot(Instant until) -> {
                    pause(until);
                    inFlight.remove(chatId);
                }
                case Postman.Next.PauseChat(Instant until) -> {
                    retries.put(chatId, until);
                    inFlight.remove(chatId);
                }
            }
        } catch (Throwable e) { // whatever it is, the chat goes on
            unrecorded = true;
            inFlight.remove(chatId);
            log.error("{} bot: what came of message {} could not be written down", bot, claimed.id(), e);
        }
    }
}
