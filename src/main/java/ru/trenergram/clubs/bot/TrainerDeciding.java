package ru.trenergram.clubs.bot;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.users.Users;

/** The buttons under “a trainer would like to work at your club”. Several of the staff have them; the first one decides. */
@Component
class TrainerDeciding implements BotModule {

    private final ClubTrainers clubTrainers;
    private final Users users;

    TrainerDeciding(ClubTrainers clubTrainers, Users users) {
        this.clubTrainers = clubTrainers;
        this.users = users;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.button("trainer-approve", turn -> decide(turn, true))
                .button("trainer-refuse", turn -> decide(turn, false));
    }

    private void decide(Turn turn, boolean welcome) {
        Optional<Long> clubId = Pressed.id(turn, 0);
        Optional<Long> trainerId = Pressed.id(turn, 1);
        if (clubId.isEmpty() || trainerId.isEmpty()) {
            Pressed.outdated(turn);
            return;
        }
        clubTrainers.requireManager(turn.user().userId(), clubId.get());
        Optional<ClubTrainer> place = clubTrainers.find(clubId.get(), trainerId.get());
        if (place.isEmpty()) {
            turn.edit(Message.of(turn.text("staff.trainer.gone"))); // a forged button must not tell whose id it holds
        } else if (place.get().status() == ClubTrainer.Status.ACTIVE) {
            say(turn, "staff.trainer.approved_already", place.get());
        } else if (welcome && clubTrainers.isFull(clubId.get())) {
            turn.toast(turn.text("staff.trainer.full"));
        } else {
            say(turn, outcome(turn, clubId.get(), trainerId.get(), welcome), place.get());
        }
    }

    private void say(Turn turn, String key, ClubTrainer place) {
        String trainer = Message.escape(users.get(place.trainerId()).person().fullName());
        String club = Message.escape(place.club().name());
        turn.edit(Message.of(turn.text(key, trainer, club)));
    }

    private String outcome(Turn turn, long clubId, long trainerId, boolean welcome) {
        long staffId = turn.user().userId();
        if (welcome) {
            return clubTrainers.approve(staffId, clubId, trainerId)
                    ? "staff.trainer.approved"
                    : "staff.trainer.approved_already";
        }
        return clubTrainers.refuse(staffId, clubId, trainerId) ? "staff.trainer.refused" : "staff.trainer.gone";
    }
}
