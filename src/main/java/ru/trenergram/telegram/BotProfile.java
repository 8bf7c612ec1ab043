package ru.trenergram.telegram;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.BotServer.Answer;
import ru.trenergram.telegram.spi.Bot;

/**
 * What people see of a bot before they write to it: its descriptions, its menu button and, by {@link CommandMenu}, its
 * commands. Russian is for everybody whose language has no text of its own.
 */
@Component
class BotProfile {

    private static final Logger log = LoggerFactory.getLogger(BotProfile.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.ENGLISH);

    private final Bots bots;
    private final BotServer server;
    private final CommandMenu menu;
    private final MessageSource texts;

    BotProfile(Bots bots, BotServer server, CommandMenu menu, MessageSource texts) {
        this.bots = bots;
        this.server = server;
        this.menu = menu;
        this.texts = texts;
    }

    /** Whether all of it worked; a failure is logged and worth another try. */
    boolean publish(Bot bot) {
        return menu.publish(bot) && describe(bot) && button(bot);
    }

    private boolean describe(Bot bot) {
        return LANGUAGES.stream().allMatch(language -> describe(bot, language));
    }

    private boolean describe(Bot bot, Locale language) {
        String code = language.equals(Locale.ENGLISH) ? "en" : "";
        return set(bot, "setMyDescription", Map.of("description", description(bot, language), "language_code", code))
                && set(
                        bot,
                        "setMyShortDescription",
                        Map.of("short_description", shortDescription(bot, language), "language_code", code));
    }

    /** Clients are the most; who is a trainer besides gets a button of their own. */
    private boolean button(Bot bot) {
        boolean opens =
                bot == Bot.MAIN && (!bots.isTelegramItself() || bots.baseUrl().startsWith("https:"));
        String text = texts.getMessage("telegram.menu_button", null, LANGUAGES.getFirst());
        var webApp = Map.of("type", "web_app", "text", text, "web_app", Map.of("url", bots.baseUrl() + "/client/"));
        return set(bot, "setChatMenuButton", Map.of("menu_button", opens ? webApp : Map.of("type", "commands")));
    }

    private boolean set(Bot bot, String method, Map<String, ?> parameters) {
        try {
            Answer answer = server.call(bot, method, Json.write(parameters));
            if (answer.isOk()) {
                return true;
            }
            log.warn("{} bot: {} failed, to be tried again: {} {}", bot, method, answer.code(), answer.description());
        } catch (IOException e) {
            log.warn("{} bot: {} failed, to be tried again: {}", bot, method, e.toString());
        }
        return false;
    }

    private String description(Bot bot, Locale language) {
        return switch (bot) {
            case MAIN -> texts.getMessage("telegram.description.main", null, language);
            case STAFF -> texts.getMessage("telegram.description.staff", null, language);
        };
    }

    private String shortDescription(Bot bot, Locale language) {
        return switch (bot) {
            case MAIN -> texts.getMessage("telegram.short_description.main", null, language);
            case STAFF -> texts.getMessage("telegram.short_description.staff", null, language);
        };
    }
}
