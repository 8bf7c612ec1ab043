package ru.trenergram.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.trenergram.bench.Arrivals.Arrival;

/** How fast messages leave the outbox, with Telegram's limits and without any. */
final class Transport {

    private static final int PER_SECOND = 30;
    private static final int AT_ONCE_TO_A_CHAT = 5;
    private static final int BULK = 10_000;
    private static final int CHATTY_CHATS = 10;
    private static final int CHATTY_MESSAGES = 12;
    private static final int CHATS_WITHOUT_LIMITS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** As {@code Messenger.Priority} counts. */
    private enum Priority {
        INTERACTIVE,
        TRANSACTIONAL,
        BROADCAST
    }

    private final Options options;
    private final Databases databases;
    private final Path home;

    Transport(Options options, Databases databases, Path home) {
        this.options = options;
        this.databases = databases;
        this.home = home;
    }

    TransportReport run() throws InterruptedException {
        var report = new TransportReport(withLimits(), withoutLimits());
        Out.line("%n%s", report.text());
        if (!options.quick()) {
            report.write();
        }
        return report;
    }

    /** A bulk that would take minutes, chats that get many messages at once, and every second somebody who waits. */
    private TransportReport.Limited withLimits() throws InterruptedException {
        Duration time = Duration.ofSeconds(options.quick() ? 20 : 120);
        Out.line("Sending for %d s with Telegram's limits …", time.toSeconds());
        var arrivals = new Arrivals();
        String url = databases.empty("limited");
        try (var telegram = new BotApi(arrivals::note);
                var service = new Service(home, "limited", url, telegram.url(), Map.of()).started();
                var database = new Database(url)) {
            warmUp(arrivals, database, 2 * PER_SECOND);
            queue(database, BULK, BULK, 1_000_000, Priority.BROADCAST);
            queue(database, CHATTY_CHATS * CHATTY_MESSAGES, CHATTY_CHATS, 2_000_000, Priority.TRANSACTIONAL);
            List<Long> waits = new ArrayList<>();
            long begin = System.nanoTime();
            for (long second = 1; second <= time.toSeconds(); second++) {
                sleepUntil(begin + Duration.ofSeconds(second).toNanos());
                waits.add(nanosToArrive(arrivals, database, 3_000_000 + second));
            }
            return new TransportReport.Limited(
                    arrivals.count(),
                    arrivals.perSecond() / PER_SECOND,
                    arrivals.mostInASecond(),
                    arrivals.aboveLimitOfChats(AT_ONCE_TO_A_CHAT),
                    waits.stream().sorted().map(nanos -> nanos / 1e6).toList());
        }
    }

    private static long nanosToArrive(Arrivals arrivals, Database database, long chat) throws InterruptedException {
        long put = System.nanoTime();
        queue(database, 1, 1, chat, Priority.INTERACTIVE);
        Arrival arrival = null;
        while ((arrival = arrivals.ofChat(chat)) == null) {
            Thread.sleep(5);
            requirePatience(put);
        }
        return arrival.at() - put;
    }

    private TransportReport.Unlimited withoutLimits() throws InterruptedException {
        int messages = options.quick() ? 20_000 : 120_000;
        Out.line("Sending %,d messages without limits …", messages);
        var arrivals = new Arrivals();
        Map<String, String> none = Map.of(
                "MESSAGES_PER_SECOND",
                "0",
                "MESSAGES_PER_SECOND_TO_A_CHAT",
                "0",
                "MESSAGES_PER_MINUTE_TO_A_GROUP",
                "0");
        String url = databases.empty("unlimited");
        try (var telegram = new BotApi(arrivals::note);
                var service = new Service(home, "unlimited", url, telegram.url(), none).started();
                var database = new Database(url)) {
            warmUp(arrivals, database, 5_000);
            queue(database, messages, CHATS_WITHOUT_LIMITS, 1_000_000, Priority.TRANSACTIONAL);
            awaitCount(arrivals, messages / 4);
            long early = service.liveBytes();
            awaitCount(arrivals, messages);
            long late = service.liveBytes();
            return new TransportReport.Unlimited(
                    arrivals.count(), arrivals.perSecond(), arrivals.inOrder(), early, late);
        }
    }

    private static void warmUp(Arrivals arrivals, Database database, int messages) throws InterruptedException {
        queue(database, messages, messages, 9_000_000, Priority.BROADCAST);
        awaitCount(arrivals, messages);
        Thread.sleep(2_000); // so that no window holds both
        arrivals.forget();
    }

    private static void awaitCount(Arrivals arrivals, int count) throws InterruptedException {
        long since = System.nanoTime();
        while (arrivals.count() < count) {
            Thread.sleep(5);
            requirePatience(since);
        }
    }

    private static void requirePatience(long since) {
        if (System.nanoTime() - since > PATIENCE.toNanos()) {
            throw new IllegalStateException("Messages have not come for " + PATIENCE);
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
    }

    /** As modules would, but all at once; the i-th message to chat {@code firstChat + i % chats}. */
    private static void queue(Database database, int messages, int chats, long firstChat, Priority priority) {
        database.execute("""
                INSERT INTO telegram_outbox
                  (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at)
                SELECT 'MAIN', chat, 'sendMessage', json_build_object('chat_id', chat::text, 'text', i::text),
                       'bench:' || chat || ':' || i, %d, '%s', '%s'
                FROM generate_series(1, %d) AS i, LATERAL (SELECT %d + i %% %d AS chat) AS c
                """.formatted(priority.ordinal(), Instant.now(), Instant.now(), messages, firstChat, chats));
    }
}
