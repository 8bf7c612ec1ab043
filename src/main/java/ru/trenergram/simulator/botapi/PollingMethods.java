package ru.trenergram.simulator.botapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.BotSettings;
import ru.trenergram.simulator.chats.Delivery;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.chats.Updates;
import ru.trenergram.simulator.chats.Waker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Getting updates by long polling. */
@Component
@WhenSimulated
class PollingMethods implements Method.Group {

    private static final int MOST_UPDATES = 100;
    private static final int LONGEST_SECONDS = 50;

    private final Updates updates;
    private final Delivery delivery;
    private final BotSettings settings;
    private final Waker waker;

    PollingMethods(Updates updates, Delivery delivery, BotSettings settings, Waker waker) {
        this.updates = updates;
        this.delivery = delivery;
        this.settings = settings;
        this.waker = waker;
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of("getUpdates", this::getUpdates);
    }

    /** A poll waits for most of its life: it must not hold a connection to the database meanwhile. */
    @Override
    public boolean transactional() {
        return false;
    }

    private JsonNode getUpdates(BotAccount bot, Parameters parameters) {
        if (settings.webhook(bot.bot()).isPresent()) {
            throw BotApiException.conflict("can't use getUpdates method while webhook is active;"
                    + " use deleteWebhook to delete the webhook first");
        }
        long poll = updates.beginPoll(bot.bot(), parameters.json("allowed_updates", "allowed updates"));
        Long offset = parameters.number("offset");
        if (offset != null) {
            updates.confirmBefore(bot.bot(), offset);
        }
        int limit = parameters.number("limit", MOST_UPDATES, 1, MOST_UPDATES);
        int seconds = parameters.number("timeout", 0, 0, LONGEST_SECONDS);
        ArrayNode result = Json.array();
        waker.await(Duration.ofSeconds(seconds), () -> look(bot, poll, limit)).ifPresent(result::addAll);
        return result;
    }

    private Optional<List<ObjectNode>> look(BotAccount bot, long poll, int limit) {
        if (!updates.isNewestPoll(bot.bot(), poll)) {
            throw BotApiException.conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        if (settings.webhook(bot.bot()).isPresent()) {
            throw BotApiException.conflict("terminated by setWebhook request");
        }
        return Optional.of(delivery.next(bot.bot(), limit)).filter(found -> !found.isEmpty());
    }
}
