package ru.trenergram.trainers.bot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.MainMenu;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;

/** {@code /start} without a payload: two ways in for somebody new, the apps for somebody known. */
@Component
class Welcome implements BotModule {

    /** What the {@code /start} payload of an advertisement begins with: it is kept as a new user's source, and no more. */
    private static final String SOURCE = "src_";

    private static final String CLIENT = "client";

    private final Trainers trainers;
    private final Roster roster;
    private final MainMenu menu;
    private final BotLinks links;

    Welcome(Trainers trainers, Roster roster, MainMenu menu, BotLinks links) {
        this.trainers = trainers;
        this.roster = roster;
        this.menu = menu;
        this.links = links;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(this::greet)
                .start(SOURCE, this::greetAnew)
                .command("cabinet", this::cabinet)
                .command("help", this::help)
                .button(CLIENT, this::chooseClient);
    }

    /** An advertisement is a beginning, as {@code /start} is. */
    private void greetAnew(Turn turn) {
        if (!turn.step().isEmpty()) {
            turn.endDialog();
            turn.say(Message.of(turn.text("telegram.restarted")).with(turn.home()));
        }
        greet(turn);
    }

    void greet(Turn turn) {
        menu.refresh(turn.user().userId());
        List<Button> apps = apps(turn);
        if (apps.isEmpty()) {
            turn.say(Message.of(turn.text("welcome.new"))
                    .with(Keyboard.Inline.column(
                            new Button.Callback(turn.text("welcome.i_am_trainer"), TrainerRegistration.BEGIN),
                            new Button.Callback(turn.text("welcome.i_am_client"), CLIENT))));
        } else {
            turn.say(Message.of(turn.text("welcome.back")).with(turn.home()));
            sayApps(turn, apps);
        }
    }

    private void cabinet(Turn turn) {
        menu.refresh(turn.user().userId());
        List<Button> apps = apps(turn);
        if (apps.isEmpty()) {
            greet(turn);
        } else {
            sayApps(turn, apps);
        }
    }

    private static void sayApps(Turn turn, List<Button> apps) {
        turn.say(Message.of(turn.text("welcome.apps")).with(Keyboard.Inline.column(apps.toArray(Button[]::new))));
    }

    /** Also of somebody who has begun to register as a trainer and thought better of it. */
    private void chooseClient(Turn turn) {
        turn.edit(Message.of(turn.text("welcome.client"))
                .with(Keyboard.Inline.column(
                        new Button.Callback(turn.text("welcome.i_am_trainer"), TrainerRegistration.BEGIN))));
        if (!turn.step().isEmpty()) {
            turn.endDialog();
            turn.say(Message.of(turn.text("welcome.changed_mind")).with(turn.home()));
        }
    }

    private List<Button> apps(Turn turn) {
        List<Button> apps = new ArrayList<>();
        long telegramId = turn.user().telegramId();
        boolean trainer = trainers.find(turn.user().userId()).isPresent();
        boolean client = !roster.trainersOf(turn.user().userId()).isEmpty();
        if (trainer) {
            apps.add(new Button.WebApp(turn.text("welcome.trainer_app"), links.trainerApp(telegramId)));
        }
        if (client) {
            apps.add(new Button.WebApp(turn.text("welcome.client_app"), links.clientApp(telegramId)));
        }
        if (client && !trainer) {
            apps.add(new Button.Callback(turn.text("welcome.become_trainer"), TrainerRegistration.BEGIN));
        }
        return apps;
    }

    private void help(Turn turn) {
        menu.refresh(turn.user().userId());
        boolean trainer = trainers.find(turn.user().userId()).isPresent();
        turn.say(turn.text(trainer ? "help.trainer" : "help.client"));
    }
}
