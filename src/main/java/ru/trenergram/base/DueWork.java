package ru.trenergram.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles rows that have fallen due, in batches. When a batch fails, its rows are handled one by one: what is wrong with
 * one of them holds up no other. It rests for a minute, then two, and so on up to an hour; where, only this node knows,
 * so that another one, or the next start, tries at once.
 *
 * @param <I> what tells the rows apart
 */
public final class DueWork<I> {

    private static final Logger log = LoggerFactory.getLogger(DueWork.class);
    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final IntFunction<I[]> array;
    private final Batch<I> batch;
    private final Waiting<I> waiting;
    private final Consumer<I> one;
    private final Clock clock;
    private final Map<I, Rest> rests = new ConcurrentHashMap<>();

    /** Handles at most so many of the rows that are due, all in one transaction, and says how many; zero when none is left. */
    @FunctionalInterface
    public interface Batch<I> {
        int handle(int limit, I[] except);
    }

    /** Names what a batch would handle. */
    @FunctionalInterface
    public interface Waiting<I> {
        List<I> first(int limit, I[] except);
    }

    private record Rest(int failures, Instant until) {}

    /** @param one handles one row, if it is still due, in a transaction of its own */
    public DueWork(IntFunction<I[]> array, Batch<I> batch, Waiting<I> waiting, Consumer<I> one, Clock clock) {
        this.array = array;
        this.batch = batch;
        this.waiting = waiting;
        this.one = one;
        this.clock = clock;
    }

    /**
     * Handles all that is due.
     *
     * @param limit of a batch
     * @throws DueWorkFailedException afterwards, if some could not be handled
     */
    public void run(int limit) {
        Instant now = clock.instant();
        rests.values().removeIf(rest -> rest.until().plus(LONGEST_REST).isBefore(now)); // it is not due any more
        Map<I, RuntimeException> failures = new LinkedHashMap<>();
        Set<I> seen = new HashSet<>();
        int handled;
        do {
            handled = handle(limit, seen, failures);
        } while (handled > 0);
        if (!failures.isEmpty()) {
            throw new DueWorkFailedException(
                    failures.keySet(), failures.values().iterator().next());
        }
    }

    private int handle(int limit, Set<I> seen, Map<I, RuntimeException> failures) {
        try {
            return batch.handle(limit, resting());
        } catch (RuntimeException e) {
            log.debug("A batch failed, and is handled one by one", e);
            int before = seen.size();
            for (I id : waiting.first(limit, resting())) {
                seen.add(id);
                handle(id, failures);
            }
            return seen.size() - before;
        }
    }

    private void handle(I id, Map<I, RuntimeException> failures) {
        try {
            one.accept(id);
            rests.remove(id);
        } catch (RuntimeException e) {
            Rest last = rests.getOrDefault(id, new Rest(0, Instant.MIN));
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(last.failures(), 10));
            rest = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
            rests.put(id, new Rest(last.failures() + 1, clock.instant().plus(rest)));
            failures.put(id, e);
            log.error("{} has fallen due and cannot be handled, to be tried again in {} min", id, rest.toMinutes(), e);
        }
    }

    private I[] resting() {
        Instant now = clock.instant();
        return rests.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .map(Map.Entry::getKey)
                .toArray(array);
    }
}
