package ru.trenergram.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import ru.trenergram.base.Settings;

/**
 * Telegram's speed limits (core.telegram.org/bots/faq, "My bot is hitting limits"): 30 messages a second over all, one a
 * second to a chat, where short bursts pass, 20 a minute to a group. They are limits of the real time, so no {@code Clock}
 * is asked.
 *
 * <p>What counts is when Telegram sees a message, which is between its departure and its answer. A place in a window
 * therefore comes free a second after the answer, less what an answer takes at least: then no second of Telegram's has more
 * messages than allowed, and a long way costs no speed.
 */
final class Pace {

    private static final int BURST = 5;
    private static final int FEW = 1_000;

    private final Settings.Sending limits;
    private final LongSupplier nanoTime;
    private final Window all;
    private final Bucket smooth;
    private final Map<Long, Bucket> chats = new HashMap<>();
    private final Map<Long, Window> groups = new HashMap<>();
    private long shortestAnswer = Long.MAX_VALUE;
    private int answers;

    Pace(Settings.Sending limits) {
        this(limits, System::nanoTime);
    }

    Pace(Settings.Sending limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.all = new Window(limits.perSecond(), Duration.ofSeconds(1));
        // Faster than allowed, so that it is the window that limits; but never a second's messages all at once, after
        // which an urgent one would have to wait for the next second.
        this.smooth = new Bucket(Math.max(1, limits.perSecond() / 10.0), limits.perSecond() * 1.2);
    }

    /** How many messages may leave now. */
    synchronized int free() {
        return limits.perSecond() == 0 ? Integer.MAX_VALUE : Math.min(all.free(), (int) smooth.level());
    }

    /** How long it takes until one more may leave, as far as that is known. */
    synchronized Duration untilFree() {
        return limits.perSecond() == 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(all.nanosUntilFree(), smooth.nanosUntilFree()));
    }

    /** A message leaves; returns what {@link #answered} wants to know. */
    synchronized long leaves(long chatId) {
        all.take();
        smooth.take();
        if (limits.perChat() > 0) {
            chats.computeIfAbsent(chatId, _ -> new Bucket(BURST, limits.perChat()))
                    .take();
        }
        if (isLimitedGroup(chatId)) {
            groups.computeIfAbsent(chatId, _ -> new Window(limits.perGroup(), Duration.ofMinutes(1)))
                    .take();
        }
        return nanoTime.getAsLong();
    }

    /** Its answer is there, or will never be. */
    synchronized void answered(long chatId, long left) {
        shortestAnswer = Math.min(shortestAnswer, nanoTime.getAsLong() - left);
        answers++;
        // the first answers, which a cold start makes slow, say nothing about the way
        long shortest = answers <= limits.perSecond() ? 0 : shortestAnswer;
        all.answered(shortest);
        if (isLimitedGroup(chatId)) {
            Objects.requireNonNull(groups.get(chatId)).answered(shortest);
        }
    }

    /** Groups have negative ids. */
    private boolean isLimitedGroup(long chatId) {
        return chatId < 0 && limits.perGroup() > 0;
    }

    /** The chats that must wait; forgets those that need not any more. */
    synchronized Set<Long> waitingChats() {
        if (chats.size() > FEW) {
            chats.values().removeIf(Bucket::isFull);
        }
        groups.values().removeIf(Window::isEmpty);
        var waiting = new HashSet<Long>();
        chats.forEach((chat, bucket) -> {
            if (bucket.level() < 1) {
                waiting.add(chat);
            }
        });
        groups.forEach((chat, window) -> {
            if (window.free() < 1) {
                waiting.add(chat);
            }
        });
        return waiting;
    }

    /** At most so many in whatever span of this length. */
    private final class Window {

        private final int limit;
        private final long length;
        private final ArrayDeque<Long> ends = new ArrayDeque<>();
        private int underWay;

        Window(int limit, Duration length) {
            this.limit = limit;
            this.length = length.toNanos();
        }

        int free() {
            long now = nanoTime.getAsLong();
            while (!ends.isEmpty() && ends.getFirst() - now <= 0) {
                ends.removeFirst();
            }
            return limit - underWay - ends.size();
        }

        long nanosUntilFree() {
            return free() > 0 || ends.isEmpty() ? 0 : ends.getFirst() - nanoTime.getAsLong();
        }

        void take() {
            underWay++;
        }

        void answered(long shortest) {
            underWay--;
            ends.addLast(nanoTime.getAsLong() + length - shortest);
        }

        boolean isEmpty() {
            return free() == limit;
        }
    }

    /** So many at once, and so many a second in the long run. */
    private final class Bucket {

        private final double capacity;
        private final double perNano;
        private double level;
        private long at = nanoTime.getAsLong();

        Bucket(double capacity, double perSecond) {
            this.capacity = capacity;
            this.perNano = perSecond / 1e9;
            this.level = capacity;
        }

        double level() {
            long now = nanoTime.getAsLong();
            level = Math.min(capacity, level + (now - at) * perNano);
            at = now;
            return level;
        }

        long nanosUntilFree() {
            return (long) Math.max(0, Math.ceil((1 - level()) / perNano));
        }

        void take() {
            level = level() - 1;
        }

        boolean isFull() {
            return level() >= capacity;
        }
    }
}
