package ru.trenergram.simulator.chats;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.trenergram.simulator.WhenSimulated;

/**
 * Holds requests until there is something to tell. A change made by this process wakes them at once; one made by another
 * node is found within a second. Waiting is measured in real time: a test that stops the clock must not stop a poll.
 */
@Component
@WhenSimulated
public class Waker {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long changes;
    private boolean closing;

    /** Wakes all who wait, once the running transaction is committed. */
    public void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    public void wake() {
        lock.lock();
        try {
            changes++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks until there is an answer, the time is up or the service stops. */
    public <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = changes();
            Optional<T> found = look.get();
            long left = end - System.nanoTime();
            if (found.isPresent() || left <= 0 || !sleep(seen, Math.min(left, LOOK_AGAIN.toNanos()))) {
                return found;
            }
        }
    }

    /** Waits until more has changed on this node than before; not for long, since other nodes change things too. */
    public void awaitChange(long seen) {
        sleep(seen, LOOK_AGAIN.toNanos());
    }

    /** Holds a request for so long, or until the service stops. */
    public void pause(Duration time) {
        await(time, Optional::empty);
    }

    /** A held request would make a graceful shutdown wait for it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        lock.lock();
        try {
            closing = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts what has changed; for {@link #awaitChange}. */
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** False when there is no sense in looking again. */
    private boolean sleep(long seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (changes == seen && !closing && left > 0) {
                left = woken.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
