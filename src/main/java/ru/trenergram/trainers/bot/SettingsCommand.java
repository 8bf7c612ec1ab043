package ru.trenergram.trainers.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.LanguageChoice;

/** {@code /settings}: the language, what notifications come, and the way to the settings of the Mini App. */
@Component
class SettingsCommand implements BotModule {

    private final Trainers trainers;
    private final LanguageChoice languages;
    private final BotLinks links;

    SettingsCommand(Trainers trainers, LanguageChoice languages, BotLinks links) {
        this.trainers = trainers;
        this.languages = languages;
        this.links = links;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("settings", this::show)
                .key("menu.settings", this::show)
                .button(LanguageChoice.ROUTE, turn -> languages.choose(turn, this::settings));
    }

    private void show(Turn turn) {
        turn.say(settings(turn));
    }

    private Message settings(Turn turn) {
        Optional<TrainerProfile> trainer = trainers.find(turn.user().userId());
        List<List<Button>> rows = new ArrayList<>();
        rows.add(languages.buttons(turn));
        trainer.ifPresent(_ -> rows.add(List.of(new Button.WebApp(
                turn.text("settings.open"), links.trainerApp(turn.user().telegramId()) + "#/settings"))));
        String notifications =
                trainer.map(profile -> ofTrainer(turn, profile)).orElseGet(() -> turn.text("settings.client"));
        return Message.of(turn.text("settings.text", notifications)).with(new Keyboard.Inline(rows));
    }

    private static String ofTrainer(Turn turn, TrainerProfile trainer) {
        QuietHours quiet = trainer.quietHours();
        String reminders =
                turn.text(trainer.reminders().enabled() ? "settings.reminders_on" : "settings.reminders_off");
        String hours = quiet.from().equals(quiet.to())
                ? turn.text("settings.no_quiet_hours")
                : turn.text(
                        "settings.quiet_hours",
                        quiet.from().toString(),
                        quiet.to().toString());
        return reminders + "\n" + hours;
    }
}
