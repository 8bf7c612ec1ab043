package ru.trenergram.simulator.faults;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Bot;

/**
 * A fault that is on, or has come to its end.
 *
 * @param bot null for both
 * @param method as Telegram spells it; null for every method but {@code getUpdates}
 * @param chatId null for all
 * @param times how many calls it strikes; null until it is switched off
 * @param probability that a call in its scope is struck, above 0 and up to 1
 * @param seed makes the same calls be struck again
 * @param seconds as the kind says
 * @param calls in its scope so far
 * @param hits how many of them it has struck
 */
public record Fault(
        long id,
        FaultKind kind,
        @Nullable Bot bot,
        @Nullable String method,
        @Nullable Long chatId,
        @Nullable Integer times,
        double probability,
        long seed,
        @Nullable Integer seconds,
        @Nullable Integer code,
        @Nullable String description,
        long calls,
        long hits) {

    /** Polls come by themselves all the time, and would use up what was meant for messages. */
    private static final String POLL = "getUpdates";

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public boolean isOver() {
        return times != null && hits >= times;
    }

    boolean covers(Bot callingBot, String calledMethod, @Nullable Long calledChat) {
        boolean inScope = method == null ? !calledMethod.equals(POLL) : method.equalsIgnoreCase(calledMethod);
        return inScope && covers(callingBot, calledChat);
    }

    boolean covers(Bot callingBot, @Nullable Long calledChat) {
        return (bot == null || bot == callingBot) && (chatId == null || chatId.equals(calledChat));
    }

    /** Whether the call with this number is struck, the first one being 1. */
    boolean strikes(long number) {
        return new SplittableRandom(seed + number * GOLDEN_GAMMA).nextDouble() < probability;
    }
}
