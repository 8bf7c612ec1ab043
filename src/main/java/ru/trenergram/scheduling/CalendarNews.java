package ru.trenergram.scheduling;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Tells the open pages of a club that its calendar is not what it was: a booking, the working time of a trainer, a
 * trainer's place. Whoever listens hears of a change on any node within a second, as long as the database is there; and
 * once a minute in any case, so that what a node could not tell any more is seen then.
 */
@Service
public class CalendarNews implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CalendarNews.class);
    private static final int THREADS = 2;

    private final Map<Long, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("calendar-news-", 1).factory());

    /** Ends what {@link #listen} began. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    /** News that come while a listener has not been called for the former ones are told with them. */
    private record Listener(Runnable action, AtomicBoolean isDue) {}

    /**
     * @param action is called on a thread of its own kind, and must not wait for people
     * @return to be ended with the page, else it is kept for ever
     */
    public Subscription listen(long clubId, Runnable action) {
        var listener = new Listener(action, new AtomicBoolean());
        listeners.compute(clubId, (id, present) -> {
            Set<Listener> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(clubId, (id, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    /** How many listen on this node. */
    int listeners() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }

    void tell(long clubId) {
        log.debug("The calendar of club {} has changed, says the database", clubId);
        listeners.getOrDefault(clubId, Set.of()).forEach(this::call);
    }

    /** Tells everybody, one after the other over this time: their pages do not all ask at once. */
    void tellAll(Duration within) {
        int pages = listeners();
        long delay = 0;
        for (var club : listeners.entrySet()) {
            for (Listener listener : club.getValue()) {
                run(() -> callIfThere(club.getKey(), listener), delay);
                delay += within.toNanos() / Math.max(1, pages);
            }
        }
    }

    private void callIfThere(long clubId, Listener listener) {
        if (listeners.getOrDefault(clubId, Set.of()).contains(listener)) {
            call(listener);
        }
    }

    private void call(Listener listener) {
        if (listener.isDue.compareAndSet(false, true)) {
            run(
                    () -> {
                        listener.isDue.set(false);
                        log.debug("A page is told of news");
                        try {
                            listener.action.run();
                        } catch (RuntimeException e) {
                            log.warn("A page could not be told of news", e);
                        }
                    },
                    0);
        }
    }

    private void run(Runnable task, long delayNanos) {
        try {
            threads.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException atTheEnd) {
            log.debug("Nobody is told any more", atTheEnd);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
