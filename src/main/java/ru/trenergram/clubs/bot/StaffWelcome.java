package ru.trenergram.clubs.bot;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffCommands;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Turn;

/** {@code /start} and {@code /help} of the staff bot: what it can do for this person. */
@Component
class StaffWelcome implements BotModule {

    private final StaffMembers staff;
    private final StaffCommands commands;

    StaffWelcome(StaffMembers staff, StaffCommands commands) {
        this.staff = staff;
        this.commands = commands;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(this::greet).command("help", this::greet);
    }

    private void greet(Turn turn) {
        long user = turn.user().userId();
        List<Membership> clubs = staff.memberships(user);
        List<String> own = commands.of(user);
        String list = own.stream()
                .map(name -> "/" + name + " — " + turn.text("telegram.commands.staff." + name))
                .collect(Collectors.joining("\n"));
        String places = clubs.stream()
                .map(place -> "• " + Message.escape(place.club().name()) + " — "
                        + turn.text(place.role().messageKey()))
                .collect(Collectors.joining("\n"));
        if (!clubs.isEmpty()) {
            turn.say(turn.text("staff.welcome", places, list));
        } else if (own.contains("login")) {
            turn.say(turn.text("staff.welcome_superadmin", list));
        } else {
            turn.say(turn.text("staff.stranger", list));
        }
        commands.show(user);
    }
}
