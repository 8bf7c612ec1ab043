package ru.trenergram.trainers.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.MainMenu;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.ProfileChange;
import ru.trenergram.users.Users;

/** {@code /settings}: the language, what notifications come, and the way to the settings of the Mini App. */
@Component
class SettingsCommand implements BotModule {

    private static final String LANGUAGE = "language";

    private final Trainers trainers;
    private final Users users;
    private final MainMenu menu;
    private final BotLinks links;
    private final MessageSource texts;

    SettingsCommand(Trainers trainers, Users users, MainMenu menu, BotLinks links, MessageSource texts) {
        this.trainers = trainers;
        this.users = users;
        this.menu = menu;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("settings", this::show).key("menu.settings", this::show).button(LANGUAGE, this::speak);
    }

    private void show(Turn turn) {
        turn.say(settings(turn.user()));
    }

    /** The reply to a press cannot bring the keyboard along, so a message of its own does. */
    private void speak(Turn turn) {
        String code = turn.input() instanceof Input.Press press ? String.valueOf(press.argument(0)) : "";
        if (!code.matches("ru|en")) {
            turn.toast(turn.text("telegram.old_button"));
            return;
        }
        Interlocutor before = turn.user();
        users.changeProfile(before.userId(), new ProfileChange(null, null, null, code, null));
        var user = new Interlocutor(before.userId(), before.telegramId(), Locale.of(code));
        turn.edit(settings(user));
        if (turn.step().isEmpty()) { // the keyboard of a dialog stays
            Keyboard home = menu.of(user).<Keyboard>map(keyboard -> keyboard).orElseGet(Keyboard.Remove::new);
            turn.say(Message.of(text(user, "settings.spoken")).with(home));
        }
    }

    private Message settings(Interlocutor user) {
        Optional<TrainerProfile> trainer = trainers.find(user.userId());
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(language(user, "ru", "settings.language.ru"), language(user, "en", "settings.language.en")));
        trainer.ifPresent(_ -> rows.add(List.of(
                new Button.WebApp(text(user, "settings.open"), links.trainerApp(user.telegramId()) + "#/settings"))));
        String notifications =
                trainer.map(profile -> ofTrainer(user, profile)).orElseGet(() -> text(user, "settings.client"));
        return Message.of(text(user, "settings.text", notifications)).with(new Keyboard.Inline(rows));
    }

    private String ofTrainer(Interlocutor user, TrainerProfile trainer) {
        QuietHours quiet = trainer.quietHours();
        String reminders =
                text(user, trainer.reminders().enabled() ? "settings.reminders_on" : "settings.reminders_off");
        String hours = quiet.from().equals(quiet.to())
                ? text(user, "settings.no_quiet_hours")
                : text(
                        user,
                        "settings.quiet_hours",
                        quiet.from().toString(),
                        quiet.to().toString());
        return reminders + "\n" + hours;
    }

    private Button language(Interlocutor user, String code, String key) {
        String mark = user.locale().getLanguage().equals(code) ? "✓ " : "";
        return new Button.Callback(mark + text(user, key), LANGUAGE + ":" + code);
    }

    private String text(Interlocutor user, String key, Object... arguments) {
        return texts.getMessage(key, arguments, user.locale());
    }
}
