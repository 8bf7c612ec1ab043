package ru.trenergram.trainers.bot;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.trainers.bot.RegistrationQuestions.Step;
import ru.trenergram.users.Users;

/**
 * How one becomes a trainer (PRODUCT.md, "Trainer onboarding"): contact, club, price, session length, time zone. Each step says
 * what it expects when it gets something else, loses nothing, and has a way back. The link, its QR code and the way into
 * the Mini App follow as messages of their own once the registration is there.
 */
@Component
class TrainerRegistration implements BotModule {

    static final String BEGIN = "trainer";

    private static final String DIALOG = "trainer-registration";
    private static final long MAX_RUBLES = 1_000_000;

    /** People write anything where a club is asked for; a message has room for so much. */
    private static final int LONGEST_QUOTE = 100;

    /** What people write around a number: spaces, also between thousands, and what it counts. */
    private static final Pattern AROUND_A_NUMBER = Pattern.compile(
            "[\\s\\u00a0\\u202f]|,(?=\\d{3}\\b)|₽|(руб(\\.|лей|ля|ль)?|р\\.?|rub(les?)?|мин(\\.|ут[аы]?)?|min(utes?)?)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final RegistrationQuestions questions;
    private final Trainers trainers;
    private final Users users;
    private final Clubs clubs;
    private final Welcome welcome;
    private final Switches switches;
    private final ClubInvited invited;

    TrainerRegistration(
            RegistrationQuestions questions,
            Trainers trainers,
            Users users,
            Clubs clubs,
            Welcome welcome,
            ClubInvited invited,
            Switches switches) {
        this.questions = questions;
        this.trainers = trainers;
        this.users = users;
        this.clubs = clubs;
        this.welcome = welcome;
        this.switches = switches;
        this.invited = invited;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.button(BEGIN, this::begin)
                .button(ClubInvited.REGISTER, this::beginInvited)
                .button(RegistrationQuestions.CLUB, turn -> pressed(turn, Step.CLUB))
                .button(RegistrationQuestions.MINUTES, turn -> pressed(turn, Step.MINUTES))
                .button(RegistrationQuestions.ZONE, turn -> pressed(turn, Step.ZONE))
                .button(RegistrationQuestions.BACK, this::pressedBack)
                .key("telegram.back", this::backFromContact)
                .dialog(DIALOG, turn -> turn.say(questions.question(turn)), this::answer);
    }

    private void begin(Turn turn) {
        if (trainers.find(turn.user().userId()).isPresent()) {
            turn.say(turn.text("error.already_trainer"));
        } else {
            switches.require(Feature.TRAINER_REGISTRATION);
            ask(turn, Step.CONTACT, Map.of());
        }
    }

    /** The club is known, and needs no application: the invitation is accepted at the end. */
    private void beginInvited(Turn turn) {
        Map<String, String> answers = invited.answers(turn);
        if (answers.isEmpty() || trainers.find(turn.user().userId()).isPresent()) {
            invited.sayClosed(turn);
        } else {
            ask(turn, Step.CONTACT, answers);
        }
    }

    private void ask(Turn turn, Step step, Map<String, String> answers) {
        turn.await(DIALOG, step.name(), answers);
        turn.askAgain();
    }

    /** A button counts only at its own step: an old one must not answer a later question. */
    private void pressed(Turn turn, Step step) {
        if (turn.step().equals(step.name())) {
            answer(turn);
        } else {
            sayOutdated(turn);
        }
    }

    /** Outside this dialog nothing has been asked that could be answered. */
    private static void sayOutdated(Turn turn) {
        turn.toast(turn.text(turn.step().isEmpty() ? "telegram.old_button" : "registration.answered_already"));
    }

    private void pressedBack(Turn turn) {
        boolean current =
                turn.input() instanceof Input.Press press && turn.step().equals(press.argument(0));
        if (current) {
            back(turn);
        } else {
            sayOutdated(turn);
        }
    }

    /** The key of an old keyboard may be pressed whenever its owner likes. */
    private void backFromContact(Turn turn) {
        if (turn.step().equals(Step.CONTACT.name())) {
            back(turn);
        } else {
            turn.sayAside(turn.text("registration.nothing_before"));
        }
    }

    /** The former question takes the place of this one. The number is known by then: from the club one is out. */
    private void back(Turn turn) {
        switch (Step.of(turn)) {
            case CONTACT, CLUB -> giveUp(turn);
            case PRICE, MINUTES, ZONE -> {
                if (Step.of(turn) == Step.PRICE && ClubInvited.isAmong(turn.answers())) {
                    giveUp(turn);
                    return;
                }
                turn.await(DIALOG, Step.of(turn).before().name(), turn.answers());
                turn.edit(questions.question(turn));
            }
        }
    }

    private void giveUp(Turn turn) {
        turn.endDialog();
        turn.edit(Message.of(turn.text("welcome.changed_mind")).with(turn.home()));
        welcome.greet(turn);
    }

    private void answer(Turn turn) {
        switch (Step.of(turn)) {
            case CONTACT -> contact(turn);
            case CLUB -> club(turn);
            case PRICE -> price(turn);
            case MINUTES -> minutes(turn);
            case ZONE -> zone(turn);
        }
    }

    private void contact(Turn turn) {
        switch (turn.input()) {
            case Input.Contact contact
            when contact.own() -> {
                users.sharePhone(turn.user().userId(), contact.phone());
                turn.say(Message.of(turn.text("registration.contact_saved")).with(new Keyboard.Remove()));
                ask(turn, ClubInvited.isAmong(turn.answers()) ? Step.PRICE : Step.CLUB, turn.answers());
            }
            case Input.Contact _ -> turn.say(questions.asking(turn, turn.text("contact.foreign")));
            case Input.Text _, Input.Press _, Input.Other _ ->
                turn.say(questions.asking(turn, turn.text("registration.contact_expected")));
        }
    }

    /** A button of the list, or words to search it by. */
    private void club(Turn turn) {
        switch (turn.input()) {
            case Input.Press press when press.argument(0) != null -> chooseClub(turn, press.argument(0));
            case Input.Text(String words) when !words.isBlank() -> search(turn, words.strip());
            case Input.Text _, Input.Press _, Input.Contact _, Input.Other _ -> turn.askAgain();
        }
    }

    private void search(Turn turn, String words) {
        boolean found = !clubs.catalogue(words, null, null, 1).isEmpty();
        String quote = Message.escape(Formats.shortened(words, LONGEST_QUOTE));
        turn.say(
                found
                        ? questions.clubs(turn, turn.text("registration.clubs_found"), words)
                        : questions.asking(turn, turn.text("registration.no_club_found", quote)));
    }

    private void chooseClub(Turn turn, String id) {
        if (id.equals(RegistrationQuestions.ON_ONES_OWN)) {
            turn.edit(Message.of(turn.text("registration.on_own_chosen")));
            ask(turn, Step.PRICE, Map.of());
            return;
        }
        Optional<ClubInfo> club = id.matches("\\d{1,18}") ? clubs.find(Long.parseLong(id)) : Optional.empty();
        if (club.isEmpty()) {
            turn.askAgain();
            return;
        }
        turn.edit(Message.of(
                turn.text("registration.club_chosen", Message.escape(club.get().name()))));
        ask(turn, Step.PRICE, Map.of("club", id));
    }

    private void price(Turn turn) {
        Optional<Long> rubles = number(turn.input(), 0, MAX_RUBLES);
        if (rubles.isEmpty()) {
            turn.say(questions.asking(turn, turn.text("registration.price_expected", MAX_RUBLES)));
        } else {
            ask(turn, Step.MINUTES, with(turn, "rubles", rubles.get()));
        }
    }

    private void minutes(Turn turn) {
        Optional<Long> minutes = number(turn.input(), 10, 480).filter(it -> it % SettingsChange.MINUTES_STEP == 0);
        if (minutes.isEmpty()) {
            turn.say(questions.asking(turn, turn.text("registration.minutes_expected")));
        } else {
            turn.edit(Message.of(turn.text("registration.minutes_chosen", minutes.get())));
            ask(turn, Step.ZONE, with(turn, "minutes", minutes.get()));
        }
    }

    /** A button, a city we know, or the name of a zone. */
    private void zone(Turn turn) {
        Optional<ZoneId> zone = switch (turn.input()) {
            case Input.Press press -> CityZones.find(String.valueOf(press.argument(0)));
            case Input.Text(String text) -> CityZones.find(text.strip());
            case Input.Contact _, Input.Other _ -> Optional.empty();
        };
        if (zone.isEmpty()) {
            turn.say(questions.asking(turn, turn.text("registration.zone_expected")));
            return;
        }
        Map<String, String> answers = turn.answers();
        turn.edit(Message.of(turn.text("registration.zone_chosen", questions.timeIn(zone.get(), turn.locale()))));
        turn.endDialog();
        register(turn, answers, zone.get());
    }

    private void register(Turn turn, Map<String, String> answers, ZoneId zone) {
        Money price = Money.rubles(Long.parseLong(answers.getOrDefault("rubles", "0")) * 100);
        int minutes = Integer.parseInt(answers.getOrDefault("minutes", "60"));
        boolean isInvited = ClubInvited.isAmong(answers);
        Optional<ClubInfo> club = isInvited ? Optional.empty() : questions.club(answers);
        boolean placed = trainers.register(
                turn.user().userId(),
                price,
                minutes,
                zone,
                club.map(ClubInfo::id).orElse(null));
        turn.say(Message.of(turn.text("registration.done")).with(turn.home()));
        if (!placed) {
            turn.say(turn.text(
                    "error.trainer_limit_reached",
                    Message.escape(club.map(ClubInfo::name).orElse(""))));
        }
        if (isInvited) {
            turn.say(invited.accept(turn, answers));
        }
    }

    private static Map<String, String> with(Turn turn, String name, long answer) {
        Map<String, String> answers = new HashMap<>(turn.answers());
        answers.put(name, Long.toString(answer));
        return answers;
    }

    /** A whole number that was typed, with spaces or a currency sign around it, or that stands on the pressed button. */
    private static Optional<Long> number(Input input, long min, long max) {
        String text = switch (input) {
            case Input.Text typed ->
                AROUND_A_NUMBER.matcher(typed.text().strip()).replaceAll("");
            case Input.Press press -> String.valueOf(press.argument(0));
            case Input.Contact _, Input.Other _ -> "";
        };
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text)).filter(number -> number >= min && number <= max);
    }
}
