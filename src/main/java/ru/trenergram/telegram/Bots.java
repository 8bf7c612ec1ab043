package ru.trenergram.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;
import ru.trenergram.base.Settings.Role;
import ru.trenergram.telegram.spi.Bot;

/** Which bots this installation has, and how to reach their server. */
@Component
class Bots {

    private static final Logger log = LoggerFactory.getLogger(Bots.class);
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");
    private static final Map<Bot, String> SIMULATED_USERNAMES =
            Map.of(Bot.MAIN, "trenergram_bot", Bot.STAFF, "trenergram_staff_bot");

    private final Settings settings;
    private final OkHttpClient http = http(Duration.ofSeconds(30));
    private final Map<Bot, TelegramClient> clients = new ConcurrentHashMap<>();
    private final Map<Bot, String> usernames = new ConcurrentHashMap<>();
    private volatile int localPort;

    Bots(Settings settings) {
        this.settings = settings;
        this.localPort = settings.port();
        if (settings.simulated()) {
            usernames.putAll(SIMULATED_USERNAMES);
        }
    }

    /** The simulator answers on the application's own port, which with port 0 is known only now. */
    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            serves(event.getWebServer().getPort());
        }
    }

    void serves(int port) {
        localPort = port;
    }

    /**
     * A client of its own for each purpose: stopping one must not cut off the other. It never repeats a request by
     * itself, so that a message whose fate is unknown is our decision; idle connections are dropped before servers do.
     */
    static OkHttpClient http(Duration readTimeout) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(64, 20, TimeUnit.SECONDS))
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(readTimeout)
                .writeTimeout(Duration.ofSeconds(30))
                .retryOnConnectionFailure(false)
                .build();
    }

    /** Where people reach the service; on one's own machine by the port it really has. */
    String baseUrl() {
        return settings.publicUrl() == null ? "http://localhost:" + localPort : settings.baseUrl();
    }

    List<Bot> all() {
        return settings.staffToken() == null ? List.of(Bot.MAIN) : List.of(Bot.MAIN, Bot.STAFF);
    }

    boolean simulated() {
        return settings.simulated();
    }

    /** Whether the server is Telegram's own, which insists on https addresses in buttons. */
    boolean isTelegramItself() {
        return !settings.simulated() && settings.telegramApiUrl() == null;
    }

    String token(Bot bot) {
        return switch (bot) {
            case MAIN -> settings.mainToken();
            case STAFF -> Objects.requireNonNull(settings.staffToken(), "There is no staff bot");
        };
    }

    TelegramUrl url() {
        URI uri = uri();
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return TelegramUrl.builder()
                .schema(uri.getScheme())
                .host(uri.getHost())
                .port(port)
                .build();
    }

    private URI uri() {
        URI configured = settings.telegramApiUrl();
        if (configured != null) {
            return configured;
        }
        return settings.simulated() ? simulator() : TELEGRAM;
    }

    /** A part of the web, on this node or where people find that. */
    private URI simulator() {
        return URI.create(settings.runs(Role.WEB) ? "http://localhost:" + localPort : baseUrl());
    }

    TelegramClient client(Bot bot) {
        return clients.computeIfAbsent(bot, it -> new OkHttpTelegramClient(http, token(it), url()));
    }

    /** Forgets clients made for an earlier port. */
    void reset() {
        clients.clear();
    }

    /** The bot's name behind {@code t.me/}; asks Telegram where it is not known yet. */
    String username(Bot bot) {
        String known = usernames.get(bot);
        if (known == null) {
            introduce(bot);
            known = usernames.get(bot);
        }
        if (known == null) {
            throw new DomainException(ErrorCode.UNAVAILABLE);
        }
        return known;
    }

    /**
     * Asks Telegram who the bot is.
     *
     * @return whether it is known now; failures other than a wrong token are logged and worth another try
     * @throws WrongBotTokenException if Telegram says 401
     */
    boolean introduce(Bot bot) {
        if (usernames.containsKey(bot)) {
            return true;
        }
        try {
            @Nullable String username = client(bot).execute(new GetMe()).getUserName();
            usernames.put(bot, Objects.requireNonNull(username, "a bot without a username"));
            return true;
        } catch (TelegramApiRequestException e) {
            if (Objects.equals(e.getErrorCode(), 401)) {
                throw new WrongBotTokenException(bot + "_BOT_TOKEN", uri().toString());
            }
            log.warn("{} bot: getMe failed, to be tried again: {}", bot, e.getMessage());
        } catch (TelegramApiException e) {
            log.warn("{} bot: {} cannot be reached, to be tried again: {}", bot, uri(), reason(e));
        }
        return false;
    }

    /** The libraries wrap what happened in what they were doing. */
    static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : reason(failure.getCause());
    }
}
