package ru.trenergram.trainers.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Trainers;

/** {@code /clubs}: where a trainer works, and how they come to one more club (PRODUCT.md, "Clubs, tariffs, platform"). */
@Component
class ClubChoosing implements BotModule {

    private static final String DIALOG = "club-choice";
    private static final String STEP = "club";
    private static final String ADD = "clubs-add";
    private static final String APPLY = "clubs-apply";
    private static final String BACK = "clubs-back";

    /** People write anything where a club is asked for; a message has room for so much. */
    private static final int LONGEST_QUOTE = 100;

    private final Trainers trainers;
    private final Clubs clubs;
    private final ClubTrainers clubTrainers;
    private final ClubButtons buttons;

    ClubChoosing(Trainers trainers, Clubs clubs, ClubTrainers clubTrainers, ClubButtons buttons) {
        this.trainers = trainers;
        this.clubs = clubs;
        this.clubTrainers = clubTrainers;
        this.buttons = buttons;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("clubs", this::show)
                .button(ADD, this::begin)
                .button(APPLY, this::apply)
                .button(BACK, this::back)
                .dialog(DIALOG, turn -> turn.say(question(turn)), this::search);
    }

    private void show(Turn turn) {
        turn.say(isTrainer(turn) ? places(turn) : Message.of(turn.text("clubs.trainers_only")));
    }

    private Message places(Turn turn) {
        List<ClubTrainer> places = clubTrainers.ofTrainer(turn.user().userId());
        String text = places.isEmpty()
                ? turn.text("clubs.none")
                : turn.text(
                        "clubs.mine",
                        places.stream().map(place -> line(turn, place)).collect(Collectors.joining("\n")));
        return Message.of(text).with(Keyboard.Inline.column(new Button.Callback(turn.text("clubs.add"), ADD)));
    }

    private static String line(Turn turn, ClubTrainer place) {
        String club = Message.escape(place.club().name());
        return switch (place.status()) {
            case ACTIVE -> turn.text("clubs.active", club);
            case APPLIED -> turn.text("clubs.applied", club);
        };
    }

    private void begin(Turn turn) {
        if (isTrainer(turn)) {
            turn.await(DIALOG, STEP, Map.of());
            turn.edit(question(turn));
        } else {
            turn.toast(turn.text("clubs.trainers_only"));
        }
    }

    private Message question(Turn turn) {
        return choice(turn, turn.text("clubs.choose"), null);
    }

    private Message choice(Turn turn, String text, @Nullable String query) {
        List<List<Button>> rows = new ArrayList<>(buttons.rows(APPLY, query));
        rows.add(List.of(new Button.Callback(turn.text("telegram.back"), BACK)));
        return Message.of(text).with(new Keyboard.Inline(rows));
    }

    private void search(Turn turn) {
        String words = turn.input() instanceof Input.Text(String text) ? text.strip() : "";
        if (words.isEmpty()) {
            turn.askAgain();
        } else if (clubs.catalogue(words, null, null, 1).isEmpty()) {
            String quote = Message.escape(Formats.shortened(words, LONGEST_QUOTE));
            turn.say(choice(turn, turn.text("clubs.not_found", quote), null));
        } else {
            turn.say(choice(turn, turn.text("registration.clubs_found"), words));
        }
    }

    private void apply(Turn turn) {
        Optional<ClubInfo> club = turn.input() instanceof Input.Press press
                ? Optional.ofNullable(press.argument(0))
                        .filter(id -> id.matches("\\d{1,18}"))
                        .flatMap(id -> clubs.find(Long.parseLong(id)))
                : Optional.empty();
        if (club.isEmpty() || !turn.step().equals(STEP)) {
            turn.toast(turn.text("telegram.old_button"));
            return;
        }
        turn.endDialog();
        turn.edit(Message.of(turn.text(
                outcome(turn.user().userId(), club.get().id()),
                Message.escape(club.get().name()))));
    }

    private String outcome(long trainerId, long clubId) {
        Optional<ClubTrainer> place = clubTrainers.find(clubId, trainerId);
        if (place.isPresent()) {
            return switch (place.get().status()) {
                case ACTIVE -> "clubs.active_already";
                case APPLIED -> "clubs.applied_already";
            };
        }
        return clubTrainers.apply(clubId, trainerId) ? "clubs.sent" : "error.trainer_limit_reached";
    }

    private void back(Turn turn) {
        if (turn.step().equals(STEP)) {
            turn.endDialog();
            turn.edit(places(turn));
        } else {
            turn.toast(turn.text("telegram.old_button"));
        }
    }

    private boolean isTrainer(Turn turn) {
        return trainers.find(turn.user().userId()).isPresent();
    }
}
