package ru.trenergram.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import ru.trenergram.telegram.spi.Bot;

/** Receives a bot's updates: keeps a poll going, stores what it brings and hands it to the dispatcher. */
final class Receiver implements SoleWork {

    private static final Logger log = LoggerFactory.getLogger(Receiver.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS_BETWEEN_CHORES = 30;
    private static final String STANDBY = "standby";
    private static final String CANNOT_BEGIN = "cannot begin to poll";
    private static final String POLLING = "polling";

    private final Bot bot;
    private final Bots bots;
    private final InboundUpdates updates;
    private final Dispatcher dispatcher;
    private final CommandMenu menu;
    private final Report report;
    private volatile String state = STANDBY;
    private boolean menuPublished;

    Receiver(Bot bot, Bots bots, InboundUpdates updates, Dispatcher dispatcher, CommandMenu menu, Report report) {
        this.bot = bot;
        this.bots = bots;
        this.updates = updates;
        this.dispatcher = dispatcher;
        this.menu = menu;
        this.report = report;
    }

    @Override
    public String name() {
        return "receiver-" + bot;
    }

    @Override
    public int key() {
        return bot.ordinal() * 2;
    }

    /** For the health report: standby, polling, or what hinders it. */
    String state() {
        return state;
    }

    @Override
    public void run(Pulse pulse) {
        dispatcher.open(bot);
        @Nullable Poll poll = null;
        try {
            int round = 0;
            do {
                if (poll == null || poll.isOver()) {
                    poll = reopen(poll, pulse);
                }
                state = poll == null ? CANNOT_BEGIN : poll.trouble().orElse(POLLING);
                look(round++ % ROUNDS_BETWEEN_CHORES == 0);
            } while (pulse.await(ROUND));
        } finally {
            if (poll != null) {
                poll.close();
            }
            dispatcher.close(bot);
            report.released(bot);
            state = STANDBY;
        }
    }

    private @Nullable Poll reopen(@Nullable Poll ended, Pulse pulse) {
        if (ended != null) {
            log.warn("{} bot: polling ended and begins again", bot);
            ended.close();
        }
        try {
            return new Poll(bots.token(bot), bots.url(), batch -> take(batch, pulse));
        } catch (TelegramApiException e) {
            if (!state.equals(CANNOT_BEGIN)) {
                log.warn("{} bot: polling cannot begin and goes on trying: {}", bot, Bots.reason(e));
            }
            return null;
        }
    }

    /** What was left behind by a crash or a failing database, and twice a minute the chores. */
    private void look(boolean withChores) {
        try {
            report.connection(bot, state.equals(POLLING) ? null : state);
            dispatcher.sweep(bot);
            if (withChores) {
                updates.forgetOld();
                bots.introduce(bot);
                menuPublished = menuPublished || menu.publish(bot);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} bot: the database cannot be asked: {}", bot, e.getMessage());
        } catch (WrongBotTokenException e) {
            log.error("{} bot: {}", bot, e.getMessage());
        }
    }

    /**
     * Returns when the batch is stored, and not before: the next poll tells Telegram that it may forget it. While the
     * database is away the poll waits; on the way down it breaks off, and Telegram will send the batch again.
     */
    private void take(List<Update> batch, Pulse pulse) {
        while (true) {
            try {
                updates.store(bot, batch).forEach(dispatcher::wake);
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("{} bot: {} updates cannot be stored yet: {}", bot, batch.size(), e.getMessage());
                waitOrBreakOff(pulse);
            }
        }
    }

    private static void waitOrBreakOff(Pulse pulse) {
        if (!pulse.await(ROUND)) {
            throw new IllegalStateException("stopped before the batch was stored");
        }
    }
}
