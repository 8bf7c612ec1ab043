package ru.trenergram.trainers.bot;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.users.Users;

/** Whatever way somebody came to a trainer: they are on the roster at once, and may share their phone or not. */
@Component
class RosterJoining implements BotModule {

    private static final String DIALOG = "client-phone";
    private static final String STEP = "phone";

    private final Roster roster;
    private final Users users;
    private final BotLinks links;

    RosterJoining(Roster roster, Users users, BotLinks links) {
        this.roster = roster;
        this.users = users;
        this.links = links;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.dialog(DIALOG, this::phone).key("contact.skip", this::skip);
    }

    void join(Turn turn, TrainerProfile trainer) {
        if (trainer.userId() == turn.user().userId()) {
            turn.say(Message.of(turn.text("join.own_link")).with(turn.home()));
        } else {
            welcome(turn, trainer, roster.join(trainer.userId(), turn.user().userId()));
        }
    }

    /** @param isNew whether they were no client of this trainer before */
    void welcome(Turn turn, TrainerProfile profile, boolean isNew) {
        String trainer = Message.escape(profile.person().fullName());
        if (isNew && users.get(turn.user().userId()).phone() == null) {
            turn.say(Message.of(turn.text("join.welcome_phone", trainer))
                    .with(new Keyboard.Reply(List.of(
                            List.of(new Key.ShareContact(turn.text("contact.share"))),
                            List.of(new Key.Plain(turn.text("contact.skip")))))));
            turn.await(DIALOG, STEP, Map.of());
        } else {
            turn.endDialog();
            turn.say(Message.of(turn.text(isNew ? "join.welcome" : "join.again", trainer))
                    .with(turn.home()));
            sayApp(turn);
        }
    }

    private void phone(Turn turn) {
        switch (turn.input()) {
            case Input.Contact contact
            when contact.own() -> {
                users.sharePhone(turn.user().userId(), contact.phone());
                done(turn, "join.phone_saved");
            }
            case Input.Contact _ -> turn.say(turn.text("contact.foreign"));
            case Input.Text _, Input.Press _, Input.Other _ -> turn.say(turn.text("join.phone_expected"));
        }
    }

    /** The key of an old keyboard may be pressed whenever its owner likes. */
    private void skip(Turn turn) {
        if (turn.step().equals(STEP)) {
            done(turn, "join.phone_skipped");
        } else {
            turn.say(Message.of(turn.text("join.nothing_to_skip")).with(turn.home()));
        }
    }

    private void done(Turn turn, String key) {
        turn.endDialog();
        turn.say(Message.of(turn.text(key)).with(turn.home()));
        sayApp(turn);
    }

    private void sayApp(Turn turn) {
        turn.say(Message.of(turn.text("join.open_app"))
                .with(Keyboard.Inline.column(new Button.WebApp(
                        turn.text("welcome.client_app"),
                        links.clientApp(turn.user().telegramId())))));
    }
}
