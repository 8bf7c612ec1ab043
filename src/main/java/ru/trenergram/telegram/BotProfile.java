package ru.trenergram.telegram;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.BotServer.Answer;
import ru.trenergram.telegram.spi.Bot;

/**
 * What people see of a bot before they write to it: its commands, its descriptions and its menu button. Russian is for
 * everybody whose language has no text of its own.
 */
@Component
class BotProfile {

    private static final Logger log = LoggerFactory.getLogger(BotProfile.class);
    private static final Locale RUSSIAN = Locale.of("ru");

    private final Bots bots;
    private final BotServer server;
    private final BotSetup setup;
    private final CommandMenu menu;
    private final MessageSource texts;
    private final Clock clock;
    private final Map<Bot, Instant> pauses = new ConcurrentHashMap<>();

    BotProfile(Bots bots, BotServer server, BotSetup setup, CommandMenu menu, MessageSource texts, Clock clock) {
        this.bots = bots;
        this.server = server;
        this.setup = setup;
        this.menu = menu;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param parameters in an order of their own, so that the same content gives the same JSON */
    private record Call(String method, String language, TreeMap<String, Object> parameters) {

        Call(String method, String language, Map<String, ?> parameters) {
            this(method, language, new TreeMap<>(parameters));
            if (!method.equals("setChatMenuButton")) {
                this.parameters.put("language_code", language);
            }
        }

        String what() {
            return (method + " " + language).strip();
        }
    }

    /** Sets what is not set so already, and says whether all of it is; a failure is logged and worth another try. */
    boolean publish(Bot bot) {
        if (clock.instant().isBefore(pauses.getOrDefault(bot, Instant.MIN))) {
            return false;
        }
        boolean complete = true;
        for (Call call : calls(bot)) {
            complete &= publish(bot, call);
        }
        return complete;
    }

    private List<Call> calls(Bot bot) {
        List<Call> calls = new ArrayList<>();
        for (Locale locale : List.of(RUSSIAN, Locale.ENGLISH)) {
            String language = locale.equals(Locale.ENGLISH) ? "en" : "";
            String ofBot = bot.name().toLowerCase(Locale.ROOT);
            calls.add(new Call(
                    "setMyCommands",
                    language,
                    Map.of("commands", menu.of(bot, locale), "scope", Map.of("type", "all_private_chats"))));
            calls.add(new Call(
                    "setMyDescription",
                    language,
                    Map.of("description", text("telegram.description." + ofBot, locale))));
            calls.add(new Call(
                    "setMyShortDescription",
                    language,
                    Map.of("short_description", text("telegram.short_description." + ofBot, locale))));
        }
        calls.add(new Call("setChatMenuButton", "", Map.of("menu_button", button(bot))));
        return calls;
    }

    /** Clients are the most; who is a trainer besides gets a button of their own. */
    private Map<String, ?> button(Bot bot) {
        boolean opens =
                bot == Bot.MAIN && (!bots.isTelegramItself() || bots.baseUrl().startsWith("https:"));
        var button = new TreeMap<String, Object>();
        button.put("type", opens ? "web_app" : "commands");
        if (opens) {
            button.put("text", text("telegram.menu_button", RUSSIAN));
            button.put("web_app", Map.of("url", bots.baseUrl() + "/client/"));
        }
        return button;
    }

    private boolean publish(Bot bot, Call call) {
        String json = Json.write(call.parameters());
        if (setup.isSet(bot, call.what(), json)) {
            return true;
        }
        try {
            Answer answer = server.call(bot, call.method(), json);
            if (answer.isOk()) {
                setup.remember(bot, call.what(), json);
                return true;
            }
            answer.retryAfter().ifPresent(pause -> pause(bot, pause));
            log.warn(
                    "{} bot: {} failed, to be tried again: {} {}",
                    bot,
                    call.what(),
                    answer.code(),
                    answer.description());
        } catch (IOException e) {
            log.warn("{} bot: {} failed, to be tried again: {}", bot, call.what(), e.toString());
        }
        return false;
    }

    private void pause(Bot bot, Duration pause) {
        pauses.merge(bot, clock.instant().plus(pause), (one, other) -> one.isAfter(other) ? one : other);
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
