package ru.trenergram.telegram;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;

/** Opens the way by which updates come in, which is a matter of configuration. */
@Component
class Inlets {

    private final Settings settings;
    private final Bots bots;
    private final BotServer server;
    private final BotSetup setup;
    private final Webhooks webhooks;

    Inlets(Settings settings, Bots bots, BotServer server, BotSetup setup, Webhooks webhooks) {
        this.settings = settings;
        this.bots = bots;
        this.server = server;
        this.setup = setup;
        this.webhooks = webhooks;
    }

    /** @param batches takes what a poll brings; a webhook's updates come by themselves */
    Inlet open(Bot bot, Heartbeat heartbeat, Consumer<List<Update>> batches) throws TelegramApiException, IOException {
        return switch (settings.updates()) {
            case POLLING -> new Poll(bots.token(bot), bots.url(), heartbeat, batches);
            case WEBHOOK -> new Webhook(bot, server, setup, heartbeat, webhooks.url(bot), webhooks.secret(bot));
        };
    }
}
