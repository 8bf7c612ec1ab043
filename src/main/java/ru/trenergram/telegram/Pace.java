package ru.trenergram.telegram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Telegram's speed limits (core.telegram.org/bots/faq, "My bot is hitting limits"): about 30 messages a second over all,
 * about one a second to one chat, where short bursts pass. They are limits of the real time, so no {@code Clock} is asked.
 * For one thread.
 */
final class Pace {

    private static final int PER_SECOND = 30;
    private static final int BURST = 5;
    private static final int FEW = 1_000;

    private final Bucket all = new Bucket(PER_SECOND, PER_SECOND);
    private final Map<Long, Bucket> chats = new HashMap<>();

    boolean botMay() {
        return all.level() >= 1;
    }

    void spend(long chatId) {
        all.take();
        chats.computeIfAbsent(chatId, _ -> new Bucket(BURST, 1)).take();
    }

    /** The chats that must wait; forgets those that need not any more. */
    Set<Long> waitingChats() {
        if (chats.size() > FEW) {
            chats.values().removeIf(Bucket::isFull);
        }
        var waiting = new HashSet<Long>();
        chats.forEach((chat, bucket) -> {
            if (bucket.level() < 1) {
                waiting.add(chat);
            }
        });
        return waiting;
    }

    private static final class Bucket {

        private final double capacity;
        private final double perNano;
        private double level;
        private long at = System.nanoTime();

        Bucket(double capacity, double perSecond) {
            this.capacity = capacity;
            this.perNano = perSecond / 1e9;
            this.level = capacity;
        }

        double level() {
            long now = System.nanoTime();
            level = Math.min(capacity, level + (now - at) * perNano);
            at = now;
            return level;
        }

        void take() {
            level = level() - 1;
        }

        boolean isFull() {
            return level() >= capacity;
        }
    }
}
