package ru.trenergram.clubs.bot;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubApplication;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.bot.ClubQuestions.Step;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/**
 * {@code /newclub}: name, city, address, how to reach the applicant, and the time zone where the city does not tell it.
 * Nothing is stored before the person has seen it all together and sent it.
 */
@Component
class ClubApplying implements BotModule {

    private static final String DIALOG = "club-application";
    private static final int LONGEST = 100;
    private static final int LONGEST_CONTACT = 300;

    private final ClubApplications applications;
    private final ClubQuestions questions;

    ClubApplying(ClubApplications applications, ClubQuestions questions) {
        this.applications = applications;
        this.questions = questions;
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("newclub", this::begin)
                .button(ClubQuestions.ZONE, turn -> pressed(turn, Step.ZONE, this::zone))
                .button(ClubQuestions.SEND, turn -> pressed(turn, Step.CHECK, this::send))
                .button(ClubQuestions.AGAIN, turn -> pressed(turn, Step.CHECK, this::begin))
                .button(ClubQuestions.OTHER_ZONE, turn -> pressed(turn, Step.CHECK, this::otherZone))
                .button(ClubQuestions.BACK, this::back)
                .key("telegram.back", turn -> atContact(turn, this::backFromContact))
                .key("contact.skip", turn -> atContact(turn, it -> contact(it, "")))
                .dialog(DIALOG, turn -> turn.say(questions.question(turn)), this::answer);
    }

    private void begin(Turn turn) {
        Optional<ClubApplication> open = applications.open(turn.user().userId());
        if (open.isPresent()) {
            turn.endDialog();
            turn.say(turn.text(
                    "newclub.open", Message.escape(open.get().details().name())));
            return;
        }
        applications.requireOpen();
        if (!turn.step().isEmpty()) {
            turn.say(Message.of(turn.text("telegram.restarted")).with(turn.home())); // the keys of the contact go
        }
        ask(turn, Step.NAME, Map.of());
    }

    private void ask(Turn turn, Step step, Map<String, String> answers) {
        turn.await(DIALOG, step.name(), answers);
        turn.askAgain();
    }

    /** A button counts only at its own step: an old one must not answer a later question. */
    private static void pressed(Turn turn, Step step, Handler handler) {
        if (turn.step().equals(step.name())) {
            handler.handle(turn);
        } else {
            Pressed.outdated(turn);
        }
    }

    /** The former question takes the place of this one. */
    private void back(Turn turn) {
        if (turn.step().equals(Pressed.argument(turn, 0))) {
            turn.await(DIALOG, Step.of(turn).before().name(), turn.answers());
            turn.edit(questions.question(turn));
        } else {
            Pressed.outdated(turn);
        }
    }

    /** The keys of an old keyboard may be pressed whenever their owner likes. */
    private static void atContact(Turn turn, Handler handler) {
        if (turn.step().equals(Step.CONTACT.name())) {
            handler.handle(turn);
        } else {
            turn.sayAside(turn.text("newclub.nothing_asked"));
        }
    }

    private void backFromContact(Turn turn) {
        turn.say(Message.of(turn.text("newclub.back")).with(new Keyboard.Remove()));
        ask(turn, Step.CONTACT.before(), turn.answers());
    }

    private void answer(Turn turn) {
        switch (Step.of(turn)) {
            case NAME -> words(turn, "name", "newclub.name_expected", Step.CITY);
            case CITY -> words(turn, "city", "newclub.city_expected", Step.ADDRESS);
            case ADDRESS -> address(turn);
            case ZONE -> zone(turn);
            case CONTACT -> contact(turn);
            case CHECK -> turn.askAgain();
        }
    }

    private void words(Turn turn, String answer, String expected, Step next) {
        Optional<String> words = Words.of(turn.input(), 2, LONGEST);
        if (words.isEmpty()) {
            turn.say(questions.asking(turn, turn.text(expected, LONGEST)));
        } else {
            ask(turn, next, with(turn, answer, words.get()));
        }
    }

    private void address(Turn turn) {
        Optional<String> address = Words.of(turn.input(), 2, LONGEST);
        if (address.isEmpty()) {
            turn.say(questions.asking(turn, turn.text("newclub.address_expected", LONGEST)));
            return;
        }
        Map<String, String> answers = with(turn, "address", address.get());
        CityZones.find(answers.getOrDefault("city", ""))
                .ifPresentOrElse(
                        zone -> {
                            answers.put("zone", zone.getId());
                            ask(turn, Step.CONTACT, answers);
                        },
                        () -> ask(turn, Step.ZONE, answers));
    }

    private void otherZone(Turn turn) {
        ask(turn, Step.ZONE, turn.answers());
    }

    /** A button, a city we know, or the name of a zone. */
    private void zone(Turn turn) {
        Optional<ZoneId> zone = switch (turn.input()) {
            case Input.Press press -> CityZones.find(String.valueOf(press.argument(0)));
            case Input.Text(String text) -> CityZones.find(text.strip());
            case Input.Contact _, Input.Other _ -> Optional.empty();
        };
        if (zone.isEmpty()) {
            turn.say(questions.asking(turn, turn.text("newclub.zone_expected")));
            return;
        }
        turn.edit(Message.of(turn.text("newclub.zone_chosen", questions.timeIn(zone.get()))));
        Map<String, String> answers = with(turn, "zone", zone.get().getId());
        ask(turn, answers.containsKey("contact") ? Step.CHECK : Step.CONTACT, answers);
    }

    private void contact(Turn turn) {
        Optional<String> contact = turn.input() instanceof Input.Contact(String phone, boolean _)
                ? Optional.of(phone(phone))
                : Words.of(turn.input(), 2, LONGEST_CONTACT);
        contact.ifPresentOrElse(
                known -> contact(turn, known),
                () -> turn.say(questions.asking(turn, turn.text("newclub.contact_expected", LONGEST_CONTACT))));
    }

    /** @param contact empty when they would rather not say */
    private void contact(Turn turn, String contact) {
        turn.say(Message.of(turn.text("newclub.almost")).with(new Keyboard.Remove()));
        ask(turn, Step.CHECK, with(turn, "contact", contact));
    }

    private void send(Turn turn) {
        Details club = ClubQuestions.details(turn.answers());
        turn.endDialog();
        boolean sent = applications.apply(turn.user().userId(), club);
        turn.edit(Message.of(turn.text(sent ? "newclub.sent" : "newclub.open", Message.escape(club.name()))));
    }

    private static Map<String, String> with(Turn turn, String name, String answer) {
        Map<String, String> answers = new HashMap<>(turn.answers());
        answers.put(name, answer);
        return answers;
    }

    private static String phone(String digits) {
        return Formats.phone(digits.startsWith("+") ? digits : "+" + digits);
    }
}
