package ru.trenergram.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;

/**
 * Starts the bots when all else stands, the web server with the simulator included, and stops them before anything else:
 * first the polls and the turns they began, then the sending of what those turns said.
 */
@Component
class BotsLifecycle implements SmartLifecycle {

    private final Bots bots;
    private final JdbcConnectionDetails database;
    private final Outbox outbox;
    private final List<Receiver> receivers;
    private final List<Sender> senders;
    private @Nullable Leases leases;

    BotsLifecycle(
            Bots bots,
            JdbcConnectionDetails database,
            InboundUpdates updates,
            Dispatcher dispatcher,
            CommandMenu menu,
            Report report,
            Outbox outbox,
            OutboxQueue queue,
            Postman postman,
            Clock clock) {
        this.bots = bots;
        this.database = database;
        this.outbox = outbox;
        this.receivers = bots.all().stream()
                .map(bot -> new Receiver(bot, bots, updates, dispatcher, menu, report))
                .toList();
        this.senders = bots.all().stream()
                .map(bot -> sender(bot, queue, postman, clock))
                .toList();
    }

    private Sender sender(Bot bot, OutboxQueue queue, Postman postman, Clock clock) {
        var sender = new Sender(bot, clock, queue, postman);
        outbox.onAdded(bot, sender::wake);
        return sender;
    }

    /** @throws WrongBotTokenException if Telegram does not know a token; the application then does not start */
    @Override
    public synchronized void start() {
        bots.reset();
        bots.all().forEach(bots::introduce);
        leases = new Leases(
                database, Stream.concat(receivers.stream(), senders.stream()).toList());
        leases.start();
    }

    @Override
    public synchronized void stop() {
        if (leases != null) {
            leases.stop();
            leases = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return leases != null;
    }

    /** What each receiver and sender of this node is doing. */
    Map<String, String> states() {
        var states = new TreeMap<String, String>();
        receivers.forEach(receiver -> states.put(receiver.name(), receiver.state()));
        senders.forEach(sender -> states.put(sender.name(), sender.state()));
        return states;
    }
}
