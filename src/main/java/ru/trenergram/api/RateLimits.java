package ru.trenergram.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.base.TimeMoved;

/**
 * How many calls a minute (API.md, "Limits"): a bucket each, that many deep and refilled evenly.
 *
 * <p>The buckets are this node's own. Shared ones, in PostgreSQL, were measured to cost a call more than all the rest of
 * it (docs/operations.md, "Limits") and would have the database do the most when it can do the least; what a limit
 * holds off is a program that runs wild, and it is held off as well by twice as many calls on two nodes.
 */
@Component
class RateLimits {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Some 25 MB at most. */
    private static final int MAX_CALLERS = 50_000;

    enum Kind {
        WRITE,
        READ,
        SIGN_IN
    }

    private record Key(Kind kind, String caller) {}

    private final Settings.Limits limits;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    RateLimits(Settings settings, Clock clock) {
        this.limits = settings.limits();
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(PERIOD) // it is full again by then
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Counts a call, or says how long to wait for the next one; zero for a call that may go on. */
    Duration count(Kind kind, String caller) {
        ConsumptionProbe probe =
                buckets.get(new Key(kind, caller), key -> bucket(key.kind())).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** After a jump back no bucket would be refilled until that time has come again. */
    @EventListener
    void on(TimeMoved moved) {
        buckets.invalidateAll();
    }

    private Bucket bucket(Kind kind) {
        int perMinute = switch (kind) {
            case WRITE -> limits.writes();
            case READ -> limits.reads();
            case SIGN_IN -> limits.signIns();
        };
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
