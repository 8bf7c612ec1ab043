package ru.trenergram.clubs.bot;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubApplication;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/**
 * {@code /newclub}: name, city, address, how to reach the applicant, and the time zone where the city does not tell it.
 * Nothing is stored before the person has seen it all together and sent it.
 */
@Component
class ClubApplying implements BotModule {

    private static final String DIALOG = "club-application";
    private static final String ZONE_BUTTON = "club-zone";
    private static final String SEND = "club-send";
    private static final String AGAIN = "club-again";
    private static final String OTHER_ZONE = "club-other-zone";
    private static final int LONGEST = 100;
    private static final int LONGEST_CONTACT = 300;

    private final ClubApplications applications;
    private final Clock clock;

    ClubApplying(ClubApplications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    private enum Step {
        NAME,
        CITY,
        ADDRESS,
        ZONE,
        CONTACT,
        CHECK
    }

    @Override
    public Bot bot() {
        return Bot.STAFF;
    }

    @Override
    public void routes(Routes routes) {
        routes.command("newclub", this::begin)
                .button(ZONE_BUTTON, turn -> pressed(turn, Step.ZONE, this::zone))
                .button(SEND, turn -> pressed(turn, Step.CHECK, this::send))
                .button(AGAIN, turn -> pressed(turn, Step.CHECK, this::begin))
                .button(OTHER_ZONE, turn -> pressed(turn, Step.CHECK, this::askZone))
                .dialog(DIALOG, this::step);
    }

    private void begin(Turn turn) {
        Optional<ClubApplication> open = applications.open(turn.user().userId());
        if (open.isPresent()) {
            turn.endDialog();
            turn.say(turn.text(
                    "newclub.open", Message.escape(open.get().details().name())));
            return;
        }
        turn.await(DIALOG, Step.NAME.name(), Map.of());
        turn.say(turn.text("newclub.name"));
    }

    /** A button counts only at its own step: an old one must not answer a later question. */
    private static void pressed(Turn turn, Step step, Handler handler) {
        if (turn.step().equals(step.name())) {
            handler.handle(turn);
        } else {
            Pressed.outdated(turn);
        }
    }

    private void step(Turn turn) {
        switch (Step.valueOf(turn.step())) {
            case NAME -> words(turn, "name", Step.CITY, "newclub.name_expected", "newclub.city");
            case CITY -> words(turn, "city", Step.ADDRESS, "newclub.city_expected", "newclub.address");
            case ADDRESS -> address(turn);
            case ZONE -> zone(turn);
            case CONTACT -> contact(turn);
            case CHECK -> check(turn, turn.answers());
        }
    }

    private static void words(Turn turn, String answer, Step next, String expected, String question) {
        Optional<String> words = Words.of(turn.input(), 2, LONGEST);
        if (words.isEmpty()) {
            turn.say(turn.text(expected, LONGEST));
        } else {
            turn.await(DIALOG, next.name(), with(turn, answer, words.get()));
            turn.say(turn.text(question));
        }
    }

    private void address(Turn turn) {
        Optional<String> address = Words.of(turn.input(), 2, LONGEST);
        if (address.isEmpty()) {
            turn.say(turn.text("newclub.address_expected", LONGEST));
            return;
        }
        Map<String, String> answers = with(turn, "address", address.get());
        Optional<ZoneId> guess = CityZones.find(answers.getOrDefault("city", ""));
        if (guess.isPresent()) {
            answers.put("zone", guess.get().getId());
            askContact(turn, answers);
        } else {
            turn.await(DIALOG, Step.ZONE.name(), answers);
            askZone(turn);
        }
    }

    private void askZone(Turn turn) {
        Map<String, String> answers = turn.answers();
        turn.await(DIALOG, Step.ZONE.name(), answers);
        turn.say(Message.of(turn.text("newclub.zone"))
                .with(Keyboard.Inline.column(CityZones.OFFERED.stream()
                        .map(id -> new Button.Callback(timeIn(ZoneId.of(id)), ZONE_BUTTON + ":" + id))
                        .toArray(Button[]::new))));
    }

    /** A button, a city we know, or the name of a zone. */
    private void zone(Turn turn) {
        Optional<ZoneId> zone = switch (turn.input()) {
            case Input.Press press -> CityZones.find(String.valueOf(press.argument(0)));
            case Input.Text(String text) -> CityZones.find(text.strip());
            case Input.Contact _, Input.Other _ -> Optional.empty();
        };
        if (zone.isEmpty()) {
            turn.say(turn.text("newclub.zone_expected"));
            return;
        }
        turn.edit(Message.of(turn.text("newclub.zone_chosen", timeIn(zone.get()))));
        Map<String, String> answers = with(turn, "zone", zone.get().getId());
        if (answers.containsKey("contact")) {
            check(turn, answers);
        } else {
            askContact(turn, answers);
        }
    }

    private static void askContact(Turn turn, Map<String, String> answers) {
        turn.await(DIALOG, Step.CONTACT.name(), answers);
        turn.say(Message.of(turn.text("newclub.contact"))
                .with(new Keyboard.Reply(List.of(
                        List.of(new Key.ShareContact(turn.text("contact.share"))),
                        List.of(new Key.Plain(turn.text("contact.skip")))))));
    }

    private void contact(Turn turn) {
        Optional<String> contact = switch (turn.input()) {
            case Input.Contact(String phone, boolean _) -> Optional.of(phone(phone));
            case Input.Text(String text) when text.strip().equals(turn.text("contact.skip")) -> Optional.of("");
            case Input.Text _, Input.Press _, Input.Other _ -> Words.of(turn.input(), 2, LONGEST_CONTACT);
        };
        if (contact.isEmpty()) {
            turn.say(turn.text("newclub.contact_expected", LONGEST_CONTACT));
            return;
        }
        turn.say(Message.of(turn.text("newclub.almost")).with(new Keyboard.Remove()));
        check(turn, with(turn, "contact", contact.get()));
    }

    private void check(Turn turn, Map<String, String> answers) {
        turn.await(DIALOG, Step.CHECK.name(), answers);
        Details club = details(answers);
        turn.say(Message.of(turn.text(
                        "newclub.check",
                        Message.escape(club.name()),
                        Message.escape(club.city()),
                        Message.escape(club.address()),
                        timeIn(club.timezone()),
                        club.contact() == null ? "–" : Message.escape(club.contact())))
                .with(Keyboard.Inline.column(
                        new Button.Callback(turn.text("newclub.send"), SEND),
                        new Button.Callback(turn.text("newclub.other_zone"), OTHER_ZONE),
                        new Button.Callback(turn.text("newclub.again"), AGAIN))));
    }

    private void send(Turn turn) {
        Details club = details(turn.answers());
        turn.endDialog();
        boolean sent = applications.apply(turn.user().userId(), club);
        turn.edit(Message.of(turn.text(sent ? "newclub.sent" : "newclub.open", Message.escape(club.name()))));
    }

    private static Details details(Map<String, String> answers) {
        String contact = answers.getOrDefault("contact", "");
        return new Details(
                required(answers, "name"),
                required(answers, "city"),
                required(answers, "address"),
                ZoneId.of(required(answers, "zone")),
                contact.isEmpty() ? null : contact);
    }

    private static String required(Map<String, String> answers, String name) {
        return Objects.requireNonNull(answers.get(name), name);
    }

    private static Map<String, String> with(Turn turn, String name, String answer) {
        Map<String, String> answers = new HashMap<>(turn.answers());
        answers.put(name, answer);
        return answers;
    }

    /** “14:05 (GMT+5)”: everybody knows what time it is where they are. */
    private String timeIn(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm (O)", Locale.ROOT)
                .withZone(zone)
                .format(clock.instant());
    }

    private static String phone(String digits) {
        return Formats.phone(digits.startsWith("+") ? digits : "+" + digits);
    }
}
