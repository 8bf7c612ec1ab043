package ru.trenergram.simulator;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets everything {@link Ticking} tick, by the real time, and once more at the end. */
@Component
@WhenSimulated
class Ticker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final List<Ticking> all;
    private @Nullable ScheduledExecutorService executor;

    Ticker(List<Ticking> all) {
        this.all = all;
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("simulator-ticker").factory());
        executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.close();
            executor = null;
            tick();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void tick() {
        for (Ticking one : all) {
            try {
                one.tick();
            } catch (RuntimeException e) {
                // the database is away, which others report, and comes back
                log.debug("{} could not tick", one.getClass().getSimpleName(), e);
            }
        }
    }
}
