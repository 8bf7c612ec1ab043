package ru.trenergram.telegram;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.telegram.Delivery.Result;
import ru.trenergram.telegram.OutboxQueue.Claimed;
import ru.trenergram.telegram.spi.Bot;

/** What this node sends and handles, for docs/grafana/trenergram.json; how long the queue is tell {@link QueueMetrics}. */
@Component
class TransportMetrics {

    private final MeterRegistry registry;

    TransportMetrics(MeterRegistry registry, Bots bots) {
        this.registry = registry;
        for (Bot bot : bots.all()) { // a rate of what never was is not drawn: all begin with 0
            for (Outcome outcome : Outcome.values()) {
                sends(bot, outcome);
            }
            for (Handled handled : Handled.values()) {
                turns(bot, handled);
            }
            updates(bot);
        }
    }

    private enum Outcome {
        SENT,
        TOO_FAST,
        UNREACHABLE,
        REFUSED,
        TROUBLE
    }

    private enum Handled {
        DONE,
        REFUSED,
        FAILED
    }

    void sent(Claimed claimed, Result result, Duration took) {
        var outcome = switch (result) {
            case Result.Sent _ -> Outcome.SENT;
            case Result.TooFast _ -> Outcome.TOO_FAST;
            case Result.Unreachable _ -> Outcome.UNREACHABLE;
            case Result.Gone _, Result.Moved _, Result.Refused _ -> Outcome.REFUSED;
            case Result.Trouble _ -> Outcome.TROUBLE;
        };
        sends(claimed.chat().bot(), outcome).record(took);
    }

    void received(Bot bot, int howMany) {
        updates(bot).increment(howMany);
    }

    /** @param failure that the handler ended with, or null */
    void handled(Bot bot, @Nullable Throwable failure, Duration took) {
        var handled = switch (failure) {
            case null -> Handled.DONE;
            case DomainException _ -> Handled.REFUSED;
            default -> Handled.FAILED;
        };
        turns(bot, handled).record(took);
    }

    private Timer sends(Bot bot, Outcome outcome) {
        return Timer.builder("telegram.sends")
                .description("Calls of the Bot API by the outbox")
                .tag("bot", name(bot))
                .tag("outcome", name(outcome))
                .register(registry);
    }

    private Counter updates(Bot bot) {
        return Counter.builder("telegram.updates")
                .description("Updates received, repeated ones too")
                .tag("bot", name(bot))
                .register(registry);
    }

    private Timer turns(Bot bot, Handled handled) {
        return Timer.builder("telegram.turns")
                .description("Updates handled, or tried to")
                .tag("bot", name(bot))
                .tag("outcome", name(handled))
                .register(registry);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
