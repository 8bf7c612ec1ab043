package ru.trenergram.helpdesk.bot;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.helpdesk.Support;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;

/** {@code /support}: the next message, of whatever kind, goes to the support chat. */
@Component
class SupportCommand implements BotModule {

    private static final String DIALOG = "support";

    private final Support support;

    SupportCommand(Support support) {
        this.support = support;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("support", this::begin)
                .key("menu.support", this::invite)
                .button(Support.ROUTE, this::invite)
                .dialog(DIALOG, this::passOn);
    }

    /** What follows the command is the question already. */
    private void begin(Turn turn) {
        if (support.isThere() && turn.input() instanceof Input.Text(String rest) && !rest.isBlank()) {
            passOn(turn);
        } else {
            invite(turn);
        }
    }

    private void invite(Turn turn) {
        if (support.isThere()) {
            turn.await(DIALOG, "question", Map.of());
            turn.say(turn.text("support.ask"));
        } else {
            turn.say(turn.text("support.none"));
        }
    }

    private void passOn(Turn turn) {
        @Nullable String text = turn.input() instanceof Input.Text(String words) ? words : null;
        support.ask(turn.user().userId(), turn.messageId(), text);
        turn.endDialog();
        turn.say(turn.text("support.passed_on"));
    }
}
