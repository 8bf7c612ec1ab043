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
        routes.dialog(DIALOG, this::askPhone, this::phone).key("contact.skip", this::skip);
    }

    void join(Turn turn, TrainerProfile trainer) {
        if (trainer.userId() == turn.user().userId()) {
            turn.sayAside(turn.text("join.own_link"));
        } else if (roster.join(trainer.userId(), turn.user().userId())) {
            welcome(turn, trainer);
        } else {
            welcomeBack(turn, trainer);
        }
    }

    /** A new client: whatever they were doing before, this is what they want now. */
    void welcome(Turn turn, TrainerProfile trainer) {
        if (users.get(turn.user().userId()).phone() == null) {
            turn.await(DIALOG, STEP, Map.of());
            turn.say(withPhoneKeys(turn, turn.text("join.joined", name(trainer)) + "\n\n" + turn.text("join.phone")));
        } else {
            turn.endDialog();
            turn.say(Message.of(turn.text("join.welcome", name(trainer))).with(turn.home()));
            sayApp(turn);
        }
    }

    /** Who is a client already gets nothing new from the link, and loses nothing by it. */
    void welcomeBack(Turn turn, TrainerProfile trainer) {
        turn.sayAside(turn.text("join.again", name(trainer)));
        if (turn.step().isEmpty()) {
            sayApp(turn);
        }
    }

    private void askPhone(Turn turn) {
        turn.say(withPhoneKeys(turn, turn.text("join.phone")));
    }

    private static Message withPhoneKeys(Turn turn, String text) {
        return Message.of(text)
                .with(new Keyboard.Reply(List.of(
                        List.of(new Key.ShareContact(turn.text("contact.share"))),
                        List.of(new Key.Plain(turn.text("contact.skip"))))));
    }

    private void phone(Turn turn) {
        switch (turn.input()) {
            case Input.Contact contact
            when contact.own() -> {
                users.sharePhone(turn.user().userId(), contact.phone());
                done(turn, "join.phone_saved");
            }
            case Input.Contact _ -> turn.say(withPhoneKeys(turn, turn.text("contact.foreign")));
            case Input.Text _, Input.Press _, Input.Other _ ->
                turn.say(withPhoneKeys(turn, turn.text("join.phone_expected")));
        }
    }

    /** The key of an old keyboard may be pressed whenever its owner likes. */
    private void skip(Turn turn) {
        if (turn.step().equals(STEP)) {
            done(turn, "join.phone_skipped");
        } else {
            turn.sayAside(turn.text("join.nothing_to_skip"));
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

    private static String name(TrainerProfile trainer) {
        return Message.escape(trainer.person().fullName());
    }
}
