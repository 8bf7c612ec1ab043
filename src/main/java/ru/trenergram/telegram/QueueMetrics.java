package ru.trenergram.telegram;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.OutboxQueue.Depth;
import ru.trenergram.telegram.OutboxQueue.Lane;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** How long the queue is, over all nodes; each tells the same. Counted when asked, but not for every gauge anew. */
@Component
class QueueMetrics {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final OutboxQueue queue;
    private final Clock clock;
    private Map<Lane, Depth> depths = Map.of();
    private long countedAt = System.nanoTime() - FRESH.toNanos();

    QueueMetrics(OutboxQueue queue, Bots bots, Clock clock, MeterRegistry registry) {
        this.queue = queue;
        this.clock = clock;
        for (Bot bot : bots.all()) {
            for (Priority priority : Priority.values()) {
                var lane = new Lane(bot, priority);
                gauge("telegram.outbox.queued", it -> it.depth(lane).messages(), lane)
                        .description("Messages that should have gone out")
                        .register(registry);
                gauge("telegram.outbox.oldest", it -> it.age(lane), lane)
                        .description("How long the oldest of them waits")
                        .baseUnit("seconds")
                        .register(registry);
            }
        }
    }

    private Gauge.Builder<QueueMetrics> gauge(String name, ToDoubleFunction<QueueMetrics> value, Lane lane) {
        return Gauge.builder(name, this, value)
                .tag("bot", TransportMetrics.name(lane.bot()))
                .tag("priority", TransportMetrics.name(lane.priority()));
    }

    private double age(Lane lane) {
        return Duration.between(depth(lane).oldest(), clock.instant()).toMillis() / 1000.0;
    }

    private synchronized Depth depth(Lane lane) {
        if (System.nanoTime() - countedAt >= FRESH.toNanos()) {
            depths = queue.depths(); // a failure is the registry's to report: it leaves the value out
            countedAt = System.nanoTime();
        }
        return depths.getOrDefault(lane, new Depth(0, clock.instant()));
    }
}
