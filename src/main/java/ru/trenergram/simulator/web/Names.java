package ru.trenergram.simulator.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.botapi.BotApi;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.telegram.spi.Bot;

/** Bots and methods by the names that they have in addresses and in JSON; null and empty for any. */
@Component
@WhenSimulated
class Names {

    private final BotAccounts bots;
    private final BotApi api;

    Names(BotAccounts bots, BotApi api) {
        this.bots = bots;
        this.api = api;
    }

    @Nullable Bot bot(@Nullable String slug) {
        if (slug == null || slug.isEmpty()) {
            return null;
        }
        return bots.withSlug(slug)
                .orElseThrow(() -> SimulatorProblem.notFound("bot"))
                .bot();
    }

    @Nullable String slug(@Nullable Bot bot) {
        return bot == null ? null : bots.of(bot).slug();
    }

    /** As Telegram spells it. */
    @Nullable String method(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return api.methods().stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> SimulatorProblem.invalid("method"));
    }
}
