package ru.trenergram.clubs.bot;

import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.StaffMembers;
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
    private final StaffMembers staff;
    private final Settings settings;

    StaffSignIn(OneTimeLogins logins, PanelRoles roles, StaffMembers staff, Settings settings) {
        this.logins = logins;
        this.roles = roles;
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("login", this::signIn);
    }

    private void signIn(Turn turn) {
        long user = turn.user().userId();
        if (roles.of(new Caller(user, turn.user().telegramId())).isEmpty()) {
            turn.say(turn.text(staff.memberships(user).isEmpty() ? "staff.no_panel" : "staff.no_panel_cashier"));
            return;
        }
        String url = settings.baseUrl() + "/login/" + logins.issue(user);
        long minutes = OneTimeLogins.LIFETIME.toMinutes();
        turn.say(Message.of(turn.text("staff.login", minutes))
                .with(Keyboard.Inline.column(new Button.Url(turn.text("staff.login.open"), url))));
    }
}
