package ru.trenergram.helpdesk.bot;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.helpdesk.Support;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/**
 * {@code /support}: the next message, of whatever kind, goes to those who help. Whoever needs help in the middle of a dialog
 * goes on with it afterwards.
 */
class SupportCommand implements BotModule {

    private static final String DIALOG = "support";

    private final Bot bot;
    private final Support support;

    SupportCommand(Bot bot, Support support) {
        this.bot = bot;
        this.support = support;
    }

    @Override
    public Bot bot() {
        return bot;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("support", this::begin)
                .key("menu.support", this::invite)
                .button(Support.ROUTE, this::invite)
                .dialog(DIALOG, turn -> turn.say(turn.text("support.ask")), this::passOn);
    }

    /** What follows the command is the question already. */
    private void begin(Turn turn) {
        if (isThere(turn) && turn.input() instanceof Input.Text(String rest) && !rest.isBlank()) {
            ask(turn, rest);
            turn.sayAside(turn.text("support.passed_on"));
        } else {
            invite(turn);
        }
    }

    private void invite(Turn turn) {
        if (!isThere(turn)) {
            turn.sayAside(turn.text(bot == Bot.MAIN ? "support.none" : "support.none_for_staff"));
            return;
        }
        boolean interrupts = !turn.step().isEmpty();
        turn.interrupt(DIALOG, "question", Map.of());
        var ask = Message.of(turn.text("support.ask"));
        turn.say(interrupts ? ask.with(new Keyboard.Remove()) : ask); // the keys would answer another question
    }

    private void passOn(Turn turn) {
        @Nullable String text = turn.input() instanceof Input.Text(String words) ? words : null;
        ask(turn, text);
        turn.resume();
        turn.sayAside(turn.text("support.passed_on"));
    }

    private void ask(Turn turn, @Nullable String text) {
        support.ask(bot, turn.user().userId(), turn.messageId(), text);
    }

    private boolean isThere(Turn turn) {
        return support.isThereFor(bot, turn.user().telegramId());
    }
}
