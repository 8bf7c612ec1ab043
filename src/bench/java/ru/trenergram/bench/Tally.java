package ru.trenergram.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was done, and how long each took, to the hundredth of a millisecond. */
final class Tally {

    private static final int BUCKET_NANOS = 10_000;
    private static final int BUCKETS = 1_000_000; // ten seconds

    private final AtomicIntegerArray buckets = new AtomicIntegerArray(BUCKETS);
    private final LongAdder done = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private long elapsedNanos;
    private long serviceNanos;
    private long loadNanos;

    void done(long nanos) {
        buckets.incrementAndGet((int) Math.min(nanos / BUCKET_NANOS, BUCKETS - 1));
        done.increment();
    }

    void failed() {
        errors.increment();
    }

    /** The time that all of it took is told by whoever measures, slice by slice. */
    void took(long nanos) {
        elapsedNanos += nanos;
    }

    /** What the service, and whoever asks it, took of the processors meanwhile. */
    void cost(Duration service, Duration load) {
        serviceNanos += service.toNanos();
        loadNanos += load.toNanos();
    }

    double serviceMillis() {
        return serviceNanos / 1e6 / count();
    }

    double loadMillis() {
        return loadNanos / 1e6 / count();
    }

    long count() {
        return done.sum();
    }

    long errors() {
        return errors.sum();
    }

    double perSecond() {
        return count() * 1e9 / elapsedNanos;
    }

    /** @param share 0.99 for the 99th percentile */
    double millis(double share) {
        long rest = (long) Math.ceil(count() * share);
        int bucket = 0;
        while (bucket < BUCKETS - 1 && (rest -= buckets.get(bucket)) > 0) {
            bucket++;
        }
        return (bucket + 1) * (BUCKET_NANOS / 1e6);
    }
}
