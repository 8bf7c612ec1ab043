package ru.trenergram.telegram;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;

/** Handles each chat's updates in order and different chats side by side. */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** A turn holds a database connection; the rest of the pool is for everybody else. */
    private static final int PARALLEL = 6;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private final Turns turns;
    private final InboundUpdates updates;
    private final Semaphore places = new Semaphore(PARALLEL, true);
    private final Set<Bot> open = Collections.synchronizedSet(EnumSet.noneOf(Bot.class));

    /** The chats that are being handled; true if something came in since the last look. */
    private final Map<ChatKey, Boolean> active = new ConcurrentHashMap<>();

    Dispatcher(Turns turns, InboundUpdates updates) {
        this.turns = turns;
        this.updates = updates;
    }

    void open(Bot bot) {
        open.add(bot);
    }

    /** Takes no more updates and waits for the turns that are under way. */
    void close(Bot bot) {
        open.remove(bot);
        var pulse = new Pulse();
        for (int i = 0; i < DRAIN.toMillis() / 20 && busy(bot); i++) {
            pulse.await(Duration.ofMillis(20));
        }
    }

    private boolean busy(Bot bot) {
        return active.keySet().stream().anyMatch(chat -> chat.bot() == bot);
    }

    /** Takes up whatever waits: after a restart, after a failure, after another node. */
    void sweep(Bot bot) {
        updates.waitingChats(bot).forEach(this::wake);
    }

    /** There is, or may be, something to do in this chat. */
    void wake(ChatKey chat) {
        if (active.put(chat, true) == null) {
            Thread.ofVirtual().name("telegram-chat-" + chat.chatId()).start(() -> work(chat));
        }
    }

    private void work(ChatKey chat) {
        try {
            do {
                active.put(chat, false);
                drain(chat);
            } while (!active.remove(chat, false));
        } catch (Throwable e) {
            active.remove(chat);
            log.error("Chat {} broke off, and is taken up again by the next sweep", chat, e);
        }
    }

    private void drain(ChatKey chat) {
        var pause = new Pulse();
        while (open.contains(chat.bot())) {
            switch (next(chat)) {
                case DONE -> {}
                case AGAIN -> pause.await(BETWEEN_ATTEMPTS);
                case EMPTY, UNAVAILABLE -> {
                    return;
                }
            }
        }
    }

    private Turns.Outcome next(ChatKey chat) {
        places.acquireUninterruptibly();
        try {
            return turns.next(chat);
        } finally {
            places.release();
        }
    }
}
