package ru.trenergram.simulator.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.simulator.Ticking;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotSettings;
import ru.trenergram.simulator.chats.BotSettings.Webhook;
import ru.trenergram.simulator.chats.Delivery;
import ru.trenergram.simulator.chats.Updates;
import ru.trenergram.simulator.chats.Waker;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers the updates of each bot that has set a webhook: one after the other, the next when the one before has arrived.
 * One node at a time does so for a bot; it holds a lock of the database, and with it a connection, while it calls.
 */
@Service
@WhenSimulated
public class WebhookDelivery implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);
    private static final int LOCK_CLASS = 0x53_49_4D;

    /** The next update and, for a fault that has them change places, the one after it. */
    private static final int LOOK_AHEAD = 2;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final BotSettings settings;
    private final Delivery delivery;
    private final Updates updates;
    private final WebhookCall call;
    private final Waker waker;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Bot, Thread> deliverers = new ConcurrentHashMap<>();
    private volatile boolean closing;

    WebhookDelivery(
            BotSettings settings,
            Delivery delivery,
            Updates updates,
            WebhookCall call,
            Waker waker,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.delivery = delivery;
        this.updates = updates;
        this.call = call;
        this.waker = waker;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private enum Step {
        /** The bot has no webhook any more. */
        GONE,
        /** Nothing to deliver for now, or another node does it. */
        IDLE,
        DELIVERED,
        FAILED
    }

    /** Sees to it that somebody delivers for every bot with a webhook. */
    @Override
    public void tick() {
        for (Bot bot : settings.botsWithWebhook()) {
            deliverers.computeIfAbsent(
                    bot,
                    it -> Thread.ofPlatform()
                            .daemon()
                            .name("simulator-webhook-" + it)
                            .start(() -> deliver(it)));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void deliver(Bot bot) {
        try {
            int failures = 0;
            while (!closing) {
                long seen = waker.changes();
                Step step = Objects.requireNonNull(transaction.execute(status -> step(bot)));
                failures = step == Step.FAILED ? failures + 1 : 0;
                switch (step) {
                    case GONE -> {
                        return;
                    }
                    case IDLE -> waker.awaitChange(seen);
                    case DELIVERED -> {}
                    case FAILED -> waitToTryAgain(bot, failures);
                }
            }
        } catch (RuntimeException e) {
            log.debug("{} bot: delivery to the webhook broke off and begins again", bot, e);
        } finally {
            deliverers.remove(bot);
        }
    }

    private Step step(Bot bot) {
        Optional<Webhook> webhook = settings.webhook(bot);
        if (webhook.isEmpty()) {
            return Step.GONE;
        }
        if (!isOurs(bot)) {
            return Step.IDLE;
        }
        List<ObjectNode> next = delivery.next(bot, LOOK_AHEAD);
        if (next.isEmpty()) {
            return Step.IDLE;
        }
        long updateId = id(next.getFirst());
        for (ObjectNode update : next) {
            Optional<String> failure = id(update) == updateId ? post(webhook.get(), update) : Optional.empty();
            if (failure.isPresent()) {
                settings.webhookFailed(bot, failure.get(), clock.instant());
                return Step.FAILED;
            }
        }
        updates.confirm(bot, updateId);
        return Step.DELIVERED;
    }

    private Optional<String> post(Webhook webhook, ObjectNode update) {
        try {
            return call.deliver(webhook, update);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Webhook connection closed");
        }
    }

    private static long id(ObjectNode update) {
        return update.get("update_id").longValue();
    }

    private boolean isOurs(Bot bot) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?, ?)")
                .params(LOCK_CLASS, bot.ordinal())
                .query(Boolean.class)
                .single();
    }

    /** Doubles from a second on, up to a minute; another webhook is tried at once. */
    private void waitToTryAgain(Bot bot, int failures) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
        Optional<String> failed = settings.webhook(bot).map(Webhook::url);
        waker.await(
                wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT,
                () -> Optional.of(bot)
                        .filter(it -> !settings.webhook(it).map(Webhook::url).equals(failed)));
    }
}
