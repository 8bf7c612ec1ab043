package ru.trenergram.clubs.bot;

import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.security.Caller;
import ru.trenergram.security.OneTimeLogins;
import ru.trenergram.security.PanelRoles;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** {@code /login} in the staff bot: a link that opens the panel once. */
@Component
class StaffSignIn implements BotModule {

    private final OneTimeLogins logins;
    private final PanelRoles roles;
    private final Settings settings;

    StaffSignIn(OneTimeLogins logins, PanelRoles roles, Settings settings) {
        this.logins = logins;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(this::greet).command("help", this::greet).command("login", this::signIn);
    }

    private void greet(Turn turn) {
        turn.say(turn.text(isStaff(turn) ? "staff.welcome" : "staff.stranger"));
    }

    private void signIn(Turn turn) {
        if (!isStaff(turn)) {
            turn.say(turn.text("staff.stranger"));
            return;
        }
        String url = settings.baseUrl() + "/login/" + logins.issue(turn.user().userId());
        long minutes = OneTimeLogins.LIFETIME.toMinutes();
        turn.say(Message.of(turn.text("staff.login", minutes))
                .with(Keyboard.Inline.column(new Button.Url(turn.text("staff.login.open"), url))));
    }

    private boolean isStaff(Turn turn) {
        var caller = new Caller(turn.user().userId(), turn.user().telegramId());
        return !roles.of(caller).isEmpty();
    }
}
