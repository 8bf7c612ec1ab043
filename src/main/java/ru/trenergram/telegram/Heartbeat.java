package ru.trenergram.telegram;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells what works from what hangs. In real time, as what hangs does. */
final class Heartbeat {

    /** A poll may take 70 seconds before it is given up, and the pause after a failed one half a minute. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final LongSupplier nanoTime;
    private volatile long last;

    Heartbeat() {
        this(System::nanoTime);
    }

    Heartbeat(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        beat();
    }

    void beat() {
        last = nanoTime.getAsLong();
    }

    boolean hasStopped() {
        return nanoTime.getAsLong() - last > LONGEST.toNanos();
    }
}
