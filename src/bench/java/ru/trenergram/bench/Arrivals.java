package ru.trenergram.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** When which message came to the Bot API. */
final class Arrivals {

    private static final Pattern CHAT = Pattern.compile("\"chat_id\"\\s*:\\s*\"(\\d+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"text\"\\s*:\\s*\"(\\d+)\"");
    private static final double SECOND = 1e9;

    /** By how much a message's way may differ from that of the one before, in seconds. */
    private static final double TOLERANCE = 0.05;

    private final List<Arrival> all = new ArrayList<>();

    /** @param at in {@link System#nanoTime} @param number of the message, which it has as its text */
    record Arrival(long at, long chat, int number) {}

    void note(String json) {
        var arrival = new Arrival(
                System.nanoTime(), Long.parseLong(found(CHAT, json)), Integer.parseInt(found(NUMBER, json)));
        synchronized (this) {
            all.add(arrival);
        }
    }

    private static String found(Pattern pattern, String json) {
        var matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException(json);
        }
        return matcher.group(1);
    }

    synchronized int count() {
        return all.size();
    }

    synchronized void forget() {
        all.clear();
    }

    synchronized Arrival ofChat(long chat) {
        return all.stream()
                .filter(arrival -> arrival.chat() == chat)
                .findFirst()
                .orElse(null);
    }

    private synchronized List<Long> times() {
        return all.stream().map(Arrival::at).sorted().toList();
    }

    double perSecond() {
        List<Long> times = times();
        return (times.size() - 1) * SECOND / (times.getLast() - times.getFirst());
    }

    /** The most that came in whatever second. */
    int mostInASecond() {
        List<Long> times = times();
        int most = 0;
        int from = 0;
        for (int i = 0; i < times.size(); i++) {
            while (times.get(i) - times.get(from) >= SECOND) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    /** The messages by which a chat's limit, some at once and then one a second, was passed. */
    synchronized int aboveLimitOfChats(int atOnce) {
        Map<Long, List<Long>> byChat = new HashMap<>();
        all.forEach(arrival ->
                byChat.computeIfAbsent(arrival.chat(), _ -> new ArrayList<>()).add(arrival.at()));
        int above = 0;
        for (List<Long> times : byChat.values()) {
            double level = atOnce;
            for (int i = 0; i < times.size(); i++) {
                double since = i == 0 ? 0 : (times.get(i) - times.get(i - 1)) / SECOND;
                level = Math.min(atOnce, level + since) - 1;
                above += level < -TOLERANCE ? 1 : 0;
            }
        }
        return above;
    }

    /** Whether each chat heard its messages once and in order. */
    synchronized boolean inOrder() {
        Map<Long, Integer> last = new HashMap<>();
        for (Arrival arrival : all) {
            Integer before = last.put(arrival.chat(), arrival.number());
            if (before != null && before >= arrival.number()) {
                return false;
            }
        }
        return true;
    }
}
