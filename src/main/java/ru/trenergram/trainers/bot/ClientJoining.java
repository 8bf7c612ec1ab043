package ru.trenergram.trainers.bot;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.ClientInvitations;
import ru.trenergram.trainers.PrintedCodes;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.TrainerLinks;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** What leads to a trainer: a personal link, a printed code, an invitation for one. */
@Component
class ClientJoining implements BotModule {

    private final TrainerLinks trainerLinks;
    private final ClientInvitations invitations;
    private final PrintedCodes printedCodes;
    private final Trainers trainers;
    private final Roster roster;
    private final RosterJoining joining;
    private final ClubJoining clubs;

    ClientJoining(
            TrainerLinks trainerLinks,
            ClientInvitations invitations,
            PrintedCodes printedCodes,
            Trainers trainers,
            Roster roster,
            RosterJoining joining,
            ClubJoining clubs) {
        this.trainerLinks = trainerLinks;
        this.invitations = invitations;
        this.printedCodes = printedCodes;
        this.trainers = trainers;
        this.roster = roster;
        this.joining = joining;
        this.clubs = clubs;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(TrainerLinks.PREFIX, turn -> byLink(turn, TrainerLinks.PREFIX + rest(turn), "join.dead_link"))
                .start(PrintedCodes.PREFIX, turn -> byPrintedCode(turn, rest(turn)))
                .start(ClientInvitations.PREFIX, turn -> byInvitation(turn, rest(turn)));
    }

    private void byPrintedCode(Turn turn, String code) {
        Optional<Long> club = printedCodes.clubOf(code);
        if (club.isPresent()) {
            clubs.offer(turn, club.get());
        } else {
            byLink(turn, PrintedCodes.PREFIX + code, "join.dead_code");
        }
    }

    private void byLink(Turn turn, String code, String otherwise) {
        trainerLinks
                .find(code)
                .ifPresentOrElse(trainer -> joining.join(turn, trainer), () -> turn.sayAside(turn.text(otherwise)));
    }

    private void byInvitation(Turn turn, String code) {
        long user = turn.user().userId();
        Optional<TrainerProfile> trainer = invitations.trainerOf(code, user).flatMap(trainers::find);
        if (trainer.isEmpty()) {
            turn.sayAside(turn.text("invite.closed"));
        } else if (trainer.get().userId() == user) {
            turn.sayAside(turn.text("invite.own"));
        } else if (roster.find(trainer.get().userId(), user).isPresent()) {
            joining.welcomeBack(turn, trainer.get()); // and the invitation stays for somebody else
        } else if (invitations.accept(code, user)) {
            joining.welcome(turn, trainer.get());
        } else {
            turn.sayAside(turn.text("invite.closed"));
        }
    }

    private static String rest(Turn turn) {
        return turn.input() instanceof Input.Text(String rest) ? rest : "";
    }
}
