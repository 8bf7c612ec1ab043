package ru.trenergram.users;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Turn;

/** The languages as buttons under the settings of a bot, and what a press on one of them does. */
@Service
public class LanguageChoice {

    /** The route of these buttons. */
    public static final String ROUTE = "language";

    private final Users users;

    LanguageChoice(Users users) {
        this.users = users;
    }

    /** One button a language; that which is spoken has a mark. */
    public List<Button> buttons(Turn turn) {
        return List.of(
                button(turn, "ru", turn.text("settings.language.ru")),
                button(turn, "en", turn.text("settings.language.en")));
    }

    private static Button button(Turn turn, String code, String name) {
        String mark = turn.locale().getLanguage().equals(code) ? "✓ " : "";
        return new Button.Callback(mark + name, ROUTE + ":" + code);
    }

    /**
     * Speaks the language of the pressed button from here on: the settings, the keys under the chat, and the question of
     * an open dialog too. An answer to a press cannot bring the keys along, so a message of its own does.
     */
    public void choose(Turn turn, Function<Turn, Message> settings) {
        String code = turn.input() instanceof Input.Press press ? String.valueOf(press.argument(0)) : "";
        if (!code.matches("ru|en")) {
            turn.toast(turn.text("telegram.old_button"));
            return;
        }
        users.changeProfile(turn.user().userId(), new ProfileChange(null, null, null, code, null));
        turn.speak(Locale.of(code));
        turn.edit(settings.apply(turn));
        turn.sayAside(turn.text("settings.spoken"));
    }
}
