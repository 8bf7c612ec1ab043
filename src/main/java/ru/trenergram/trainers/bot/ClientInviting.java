package ru.trenergram.trainers.bot;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.ClientInvitations;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** {@code /invite}: a link for one client, to be forwarded. */
@Component
class ClientInviting implements BotModule {

    private final ClientInvitations invitations;
    private final Trainers trainers;
    private final BotLinks links;

    ClientInviting(ClientInvitations invitations, Trainers trainers, BotLinks links) {
        this.invitations = invitations;
        this.trainers = trainers;
        this.links = links;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("invite", this::invite);
    }

    private void invite(Turn turn) {
        long user = turn.user().userId();
        Optional<TrainerProfile> trainer = trainers.find(user);
        if (trainer.isEmpty()) {
            turn.say(turn.text("invite.trainers_only"));
            return;
        }
        String link = links.deepLink(Bot.MAIN, ClientInvitations.PREFIX + invitations.make(user));
        String name = Message.escape(trainer.get().person().fullName());
        turn.say(turn.text("invite.client", name, link));
        turn.say(turn.text("invite.client_how", ClientInvitations.LIFETIME.toDays()));
    }
}
