package ru.trenergram.clubs.bot;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.users.LanguageChoice;

/** {@code /settings} of the staff bot: the language, which is that of the main bot too. */
@Component
class StaffSettings implements BotModule {

    private final LanguageChoice languages;

    StaffSettings(LanguageChoice languages) {
        this.languages = languages;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("settings", turn -> turn.say(settings(turn)))
                .button(LanguageChoice.ROUTE, turn -> languages.choose(turn, this::settings));
    }

    private Message settings(Turn turn) {
        return Message.of(turn.text("staff.settings")).with(new Keyboard.Inline(List.of(languages.buttons(turn))));
    }
}
