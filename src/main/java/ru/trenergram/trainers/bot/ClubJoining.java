package ru.trenergram.trainers.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.PrintedCodes;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** A club's link or printed code: one chooses among its trainers (PRODUCT.md, "Client onboarding"). */
@Component
class ClubJoining implements BotModule {

    private static final String MORE = "club-more";
    private static final String CHOOSE = "club-trainer";
    private static final int TRAINERS_SHOWN = 8;

    private final Clubs clubs;
    private final PrintedCodes printedCodes;
    private final Trainers trainers;
    private final RosterJoining joining;

    ClubJoining(Clubs clubs, PrintedCodes printedCodes, Trainers trainers, RosterJoining joining) {
        this.clubs = clubs;
        this.printedCodes = printedCodes;
        this.trainers = trainers;
        this.joining = joining;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.start(PrintedCodes.CLUB_PREFIX, this::byLink)
                .button(MORE, this::more)
                .button(CHOOSE, this::choose);
    }

    /** By a printed code of the club, or by its id. */
    private void byLink(Turn turn) {
        String code = turn.input() instanceof Input.Text(String rest) ? rest : "";
        Optional<Long> club = printedCodes.clubOf(code).or(() -> number(code));
        club.ifPresentOrElse(id -> offer(turn, id), () -> sayDead(turn));
    }

    /** Shows the trainers of a club, of whom one is chosen. */
    void offer(Turn turn, long clubId) {
        Optional<ClubInfo> club = clubs.find(clubId);
        if (club.isEmpty()) {
            sayDead(turn);
            return;
        }
        String hello = turn.text("club_join.hello", Message.escape(club.get().name()));
        Optional<Message> list = list(turn, clubId, 0);
        if (list.isEmpty()) {
            turn.sayAside(hello + "\n\n" + turn.text("club_join.nobody"));
        } else {
            turn.say(turn.step().isEmpty() ? Message.of(hello).with(turn.home()) : Message.of(hello));
            turn.say(list.get());
        }
    }

    private void more(Turn turn) {
        Optional<Long> club = argument(turn, 0);
        Optional<Long> after = argument(turn, 1);
        club.filter(id -> after.isPresent())
                .flatMap(id -> list(turn, id, after.get()))
                .ifPresentOrElse(turn::edit, () -> turn.toast(turn.text("club_join.no_more")));
    }

    private void choose(Turn turn) {
        Optional<TrainerProfile> chosen = argument(turn, 0)
                .flatMap(club -> argument(turn, 1)
                        .flatMap(trainer -> trainers.listedAt(club, trainer - 1, 1).stream()
                                .filter(profile -> profile.userId() == trainer)
                                .findFirst()));
        if (chosen.isEmpty()) {
            turn.toast(turn.text("club_join.gone"));
            return;
        }
        turn.edit(Message.of(turn.text(
                "club_join.chosen", Message.escape(chosen.get().person().fullName()))));
        joining.join(turn, chosen.get());
    }

    /** Those behind this one, without the reader themselves; empty when there is nobody. */
    private Optional<Message> list(Turn turn, long clubId, long afterId) {
        List<TrainerProfile> found = trainers.listedAt(clubId, afterId, TRAINERS_SHOWN + 1);
        List<List<Button>> rows = new ArrayList<>();
        for (TrainerProfile trainer : found.subList(0, Math.min(TRAINERS_SHOWN, found.size()))) {
            if (trainer.userId() != turn.user().userId()) {
                String label = trainer.specialties().isEmpty()
                        ? trainer.person().fullName()
                        : trainer.person().fullName() + " · "
                                + trainer.specialties().getFirst();
                rows.add(List.of(new Button.Callback(label, CHOOSE + ":" + clubId + ":" + trainer.userId())));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > TRAINERS_SHOWN) {
            long last = found.get(TRAINERS_SHOWN - 1).userId();
            rows.add(List.of(new Button.Callback(turn.text("club_join.more"), MORE + ":" + clubId + ":" + last)));
        }
        return Optional.of(Message.of(turn.text("club_join.choose")).with(new Keyboard.Inline(rows)));
    }

    private static void sayDead(Turn turn) {
        turn.sayAside(turn.text("club_join.dead_link"));
    }

    private static Optional<Long> argument(Turn turn, int index) {
        return turn.input() instanceof Input.Press press ? number(press.argument(index)) : Optional.empty();
    }

    private static Optional<Long> number(@Nullable String digits) {
        return digits != null && digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
