package ru.trenergram.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.base.Settings.Role;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.telegram.spi.Bot;

/**
 * Starts the bots when all else stands, the web server with the simulator included, and stops them before anything else:
 * first the turns that have begun, then the polls, whose last updates wait for the next start, then the sending of what
 * was said.
 */
@Component
class BotsLifecycle implements SmartLifecycle {

    private final Bots bots;
    private final JdbcConnectionDetails database;
    private final Dispatcher dispatcher;
    private final List<Receiver> receivers;
    private final List<Sender> senders;
    private final OutboxQueue queue;
    private @Nullable Leases leases;
    private boolean running;

    BotsLifecycle(
            Bots bots,
            JdbcConnectionDetails database,
            InboundUpdates updates,
            Dispatcher dispatcher,
            BotProfile profile,
            ChatMenus menus,
            Inlets inlets,
            Report report,
            Settings settings,
            Outbox outbox,
            OutboxQueue queue,
            Postman postman,
            Clock clock) {
        this.bots = bots;
        this.database = database;
        this.dispatcher = dispatcher;
        this.queue = queue;
        List<Bot> ours = settings.runs(Role.BOT) ? bots.all() : List.of();
        this.receivers = ours.stream()
                .map(bot -> new Receiver(bot, bots, updates, dispatcher, profile, menus, inlets, report))
                .toList();
        this.senders = ours.stream()
                .map(bot -> new Sender(bot, settings.sending(), clock, queue, postman))
                .toList();
        senders.forEach(sender -> outbox.onAdded(sender.bot(), sender::wake));
    }

    /** @throws WrongBotTokenException if Telegram does not know a token; the application then does not start */
    @Override
    public synchronized void start() {
        bots.reset();
        bots.all().forEach(bots::introduce);
        bots.all().forEach(dispatcher::open); // on every node: a webhook may call any of them
        if (!receivers.isEmpty()) {
            leases = new Leases(
                    database,
                    Stream.concat(receivers.stream(), senders.stream()).toList());
            leases.start();
        }
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        bots.all().forEach(dispatcher::close);
        if (leases != null) {
            leases.stop();
            leases = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @EventListener
    void on(TimeMoved moved) {
        queue.timeMoved();
        senders.forEach(Sender::timeMoved);
    }

    /** Whether a receiver of this node hangs, which only another start can mend. */
    boolean hasStalled() {
        return receivers.stream().anyMatch(Receiver::hasStalled);
    }

    /** What each receiver and sender of this node is doing. */
    Map<String, String> states() {
        var states = new TreeMap<String, String>();
        receivers.forEach(receiver -> states.put(receiver.name(), receiver.state()));
        senders.forEach(sender -> states.put(sender.name(), sender.state()));
        return states;
    }
}
