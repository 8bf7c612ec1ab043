package ru.trenergram.simulator.chats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.faults.Fault;
import ru.trenergram.simulator.faults.FaultKind;
import ru.trenergram.simulator.faults.Faults;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is to be delivered to a bot next: its oldest updates, in order and once, unless a fault has it otherwise. */
@Service
@WhenSimulated
public class Delivery {

    private static final List<String> WITH_A_CHAT = List.of("message", "edited_message", "my_chat_member");

    private final Updates updates;
    private final Faults faults;
    private final Map<Bot, Way> ways = new EnumMap<>(Bot.class);

    Delivery(Updates updates, Faults faults) {
        this.updates = updates;
        this.faults = faults;
        for (Bot bot : Bot.values()) {
            ways.put(bot, new Way());
        }
    }

    /** What this node remembers of a bot's updates: a fault strikes an update once, however often it is asked for. */
    private static final class Way {
        private long judged;
        private @Nullable Held held;
        private final Set<Long> doubled = new HashSet<>();

        boolean isUsual() {
            return held == null && doubled.isEmpty();
        }
    }

    private record Held(long updateId, long untilNanos) {}

    /** The next updates, as Telegram's Update; empty when there are none, or the only one is held back. */
    public List<ObjectNode> next(Bot bot, int atMost) {
        List<ObjectNode> pending = updates.pending(bot, atMost);
        Way way = Objects.requireNonNull(ways.get(bot));
        synchronized (way) {
            if (pending.isEmpty() || (way.isUsual() && faults.countActive() == 0)) {
                return pending;
            }
            judge(bot, way, pending);
            return doubled(way, reordered(way, pending));
        }
    }

    private void judge(Bot bot, Way way, List<ObjectNode> pending) {
        way.doubled.removeIf(id -> id < id(pending.getFirst()));
        for (ObjectNode update : pending) {
            if (id(update) <= way.judged) {
                continue;
            }
            way.judged = id(update);
            if (strike(FaultKind.DUPLICATE, bot, update).isPresent()) {
                way.doubled.add(id(update));
            }
            if (way.held == null) {
                way.held = strike(FaultKind.REORDER, bot, update)
                        .map(fault -> new Held(id(update), System.nanoTime() + nanos(fault)))
                        .orElse(null);
            }
        }
    }

    /** The update that is held back changes places with the one after it, for which it waits a little. */
    private static List<ObjectNode> reordered(Way way, List<ObjectNode> pending) {
        @Nullable Held held = way.held;
        if (held == null) {
            return pending;
        }
        int place = pending.stream().map(Delivery::id).toList().indexOf(held.updateId());
        boolean followed = place >= 0 && place < pending.size() - 1;
        if (place >= 0 && !followed && System.nanoTime() < held.untilNanos()) {
            return pending.subList(0, place);
        }
        way.held = null;
        List<ObjectNode> all = new ArrayList<>(pending);
        if (followed) {
            Collections.swap(all, place, place + 1);
        }
        return all;
    }

    private static List<ObjectNode> doubled(Way way, List<ObjectNode> updates) {
        return updates.stream()
                .flatMap(update -> Collections.nCopies(way.doubled.contains(id(update)) ? 2 : 1, update).stream())
                .toList();
    }

    private Optional<Fault> strike(FaultKind kind, Bot bot, ObjectNode update) {
        return faults.strikeUpdate(kind, bot, chatId(update));
    }

    private static long nanos(Fault fault) {
        return Objects.requireNonNullElse(fault.seconds(), 0) * 1_000_000_000L;
    }

    private static long id(ObjectNode update) {
        return update.get("update_id").longValue();
    }

    private static @Nullable Long chatId(ObjectNode update) {
        for (String kind : WITH_A_CHAT) {
            if (update.has(kind)) {
                return update.get(kind).path("chat").path("id").longValue();
            }
        }
        JsonNode chat = update.path("callback_query").path("message").path("chat");
        return chat.has("id") ? chat.get("id").longValue() : null;
    }
}
