package ru.trenergram.telegram;

import java.io.IOException;
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

/** Keeps the way open by which a bot's updates come in; stores what a poll brings and hands it to the dispatcher. */
final class Receiver implements SoleWork {

    private static final Logger log = LoggerFactory.getLogger(Receiver.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS_BETWEEN_CHORES = 30;
    private static final int MOST_ROUNDS_BETWEEN_OPENINGS = 30;
    private static final String STANDBY = "standby";
    private static final String CANNOT_BEGIN = "cannot begin to receive";
    private static final String STALLED = "stalled";

    private final Bot bot;
    private final Bots bots;
    private final InboundUpdates updates;
    private final Dispatcher dispatcher;
    private final BotProfile profile;
    private final ChatMenus menus;
    private final Inlets inlets;
    private final Report report;
    private final Heartbeat ownHeartbeat = new Heartbeat();
    private final Heartbeat inletsHeartbeat = new Heartbeat();
    private volatile String state = STANDBY;
    private boolean published;
    private boolean followed;

    Receiver(
            Bot bot,
            Bots bots,
            InboundUpdates updates,
            Dispatcher dispatcher,
            BotProfile profile,
            ChatMenus menus,
            Inlets inlets,
            Report report) {
        this.bot = bot;
        this.bots = bots;
        this.updates = updates;
        this.dispatcher = dispatcher;
        this.profile = profile;
        this.menus = menus;
        this.inlets = inlets;
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

    /** For the health report: standby, how it receives, or what hinders it. */
    String state() {
        return hasStalled() ? STALLED : state;
    }

    /** Whether it should work here and shows no sign of life. */
    boolean hasStalled() {
        return !state.equals(STANDBY) && (ownHeartbeat.hasStopped() || inletsHeartbeat.hasStopped());
    }

    @Override
    public void run(Pulse pulse) {
        ownHeartbeat.beat();
        inletsHeartbeat.beat();
        @Nullable Inlet inlet = null;
        try {
            int round = 0;
            int opening = 0; // the round for it
            int pause = 1;
            do {
                ownHeartbeat.beat();
                boolean withChores = round % ROUNDS_BETWEEN_CHORES == 0;
                if (inlet != null && !inlet.isOver()) {
                    if (withChores) {
                        inlet.look();
                    }
                } else if (round >= opening) {
                    inlet = reopen(inlet, pulse);
                    pause = inlet != null ? 1 : Math.min(MOST_ROUNDS_BETWEEN_OPENINGS, pause * 2);
                    opening = round + pause;
                }
                round++;
                boolean well = inlet != null && inlet.trouble().isEmpty();
                state = inlet == null ? CANNOT_BEGIN : inlet.trouble().orElse(inlet.kind());
                look(well ? null : state, withChores);
            } while (pulse.await(ROUND));
        } finally {
            if (inlet != null) {
                inlet.close();
            }
            report.released(bot);
            state = STANDBY;
        }
    }

    private @Nullable Inlet reopen(@Nullable Inlet ended, Pulse pulse) {
        if (ended != null) {
            log.warn("{} bot: receiving ended and begins again", bot);
            ended.close();
        }
        inletsHeartbeat.beat();
        try {
            return inlets.open(bot, inletsHeartbeat, batch -> take(batch, pulse));
        } catch (TelegramApiException | IOException | DataAccessException | TransactionException e) {
            if (!state.equals(CANNOT_BEGIN)) {
                log.warn("{} bot: receiving cannot begin and goes on trying: {}", bot, Bots.reason(e));
            }
            return null;
        }
    }

    /** What was left behind by a crash or a failing database, and twice a minute the chores. */
    private void look(@Nullable String trouble, boolean withChores) {
        try {
            report.connection(bot, trouble);
            dispatcher.sweep(bot);
            if (withChores) {
                updates.forgetOld();
                bots.introduce(bot);
                show();
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} bot: the database cannot be asked: {}", bot, e.getMessage());
        } catch (WrongBotTokenException e) {
            log.error("{} bot: {}", bot, e.getMessage());
        }
    }

    private void show() {
        if (!followed) {
            menus.follow(bot);
            followed = true;
        }
        published = published || profile.publish(bot);
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
                inletsHeartbeat.beat(); // it waits, and does not hang
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
