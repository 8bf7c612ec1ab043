package ru.trenergram.trainers.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ru.trenergram.trainers.PrintedCodes;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.TrainerLinks;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.users.Users;

/** A trainer's link or printed code: whoever opens it is on the roster at once, and may share their phone or not. */
@Component
class ClientJoining implements BotModule {

    private static final String DIALOG = "client-phone";

    private final TrainerLinks trainerLinks;
    private final Roster roster;
    private final Users users;
    private final BotLinks links;

    ClientJoining(TrainerLinks trainerLinks, Roster roster, Users users, BotLinks links) {
        this.trainerLinks = trainerLinks;
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
        routes.start(TrainerLinks.PREFIX, turn -> join(turn, TrainerLinks.PREFIX))
                .start(PrintedCodes.PREFIX, turn -> join(turn, PrintedCodes.PREFIX))
                .dialog(DIALOG, this::phone);
    }

    private void join(Turn turn, String prefix) {
        if (!(turn.input() instanceof Input.Text(String rest))) {
            return;
        }
        Optional<TrainerProfile> found = trainerLinks.find(prefix + rest);
        if (found.isEmpty()) {
            turn.say(turn.text("join.dead_link"));
        } else if (found.get().userId() == turn.user().userId()) {
            turn.say(turn.text("join.own_link"));
        } else {
            welcome(
                    turn,
                    found.get(),
                    roster.join(found.get().userId(), turn.user().userId()));
        }
    }

    private void welcome(Turn turn, TrainerProfile profile, boolean isNew) {
        String trainer = Message.escape(profile.person().fullName());
        if (!isNew) {
            turn.say(app(turn, turn.text("join.again", trainer)));
        } else if (users.get(turn.user().userId()).phone() == null) {
            turn.say(Message.of(turn.text("join.welcome_phone", trainer))
                    .with(new Keyboard.Reply(List.of(
                            List.of(new Key.ShareContact(turn.text("contact.share"))),
                            List.of(new Key.Plain(turn.text("contact.skip")))))));
            turn.await(DIALOG, "phone", Map.of());
        } else {
            turn.say(app(turn, turn.text("join.welcome", trainer)));
        }
    }

    private void phone(Turn turn) {
        switch (turn.input()) {
            case Input.Contact contact
            when contact.own() -> {
                users.sharePhone(turn.user().userId(), contact.phone());
                done(turn, "join.phone_saved");
            }
            case Input.Contact foreign -> turn.say(turn.text("contact.foreign"));
            case Input.Text text when text.text().equals(turn.text("contact.skip")) -> done(turn, "join.phone_skipped");
            case Input.Text _, Input.Press _, Input.Other _ -> turn.say(turn.text("join.phone_expected"));
        }
    }

    private void done(Turn turn, String key) {
        turn.endDialog();
        turn.say(Message.of(turn.text(key)).with(new Keyboard.Remove()));
        turn.say(app(turn, turn.text("join.open_app")));
    }

    private Message app(Turn turn, String text) {
        return Message.of(text)
                .with(Keyboard.Inline.column(new Button.WebApp(
                        turn.text("welcome.client_app"),
                        links.clientApp(turn.user().telegramId()))));
    }
}
