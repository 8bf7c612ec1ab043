package ru.trenergram.clubs.bot;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** What somebody who brings a club is asked, with the buttons that answer it and the way back to the question before. */
@Component
class ClubQuestions {

    static final String ZONE = "club-zone";
    static final String BACK = "club-back";
    static final String SEND = "club-send";
    static final String AGAIN = "club-again";
    static final String OTHER_ZONE = "club-other-zone";

    private final Clock clock;

    ClubQuestions(Clock clock) {
        this.clock = clock;
    }

    enum Step {
        NAME,
        CITY,
        ADDRESS,
        ZONE,
        CONTACT,
        CHECK;

        static Step of(Turn turn) {
            return valueOf(turn.step());
        }

        /** The question before, which the city may have answered already: then it is asked no more than on the way there. */
        Step before() {
            return switch (this) {
                case NAME, CITY -> NAME;
                case ADDRESS -> CITY;
                case ZONE, CONTACT -> ADDRESS;
                case CHECK -> CONTACT;
            };
        }
    }

    /** What the open step asks. */
    Message question(Turn turn) {
        return asking(
                turn,
                switch (Step.of(turn)) {
                    case NAME -> turn.text("newclub.name");
                    case CITY -> turn.text("newclub.city");
                    case ADDRESS -> turn.text("newclub.address");
                    case ZONE -> turn.text("newclub.zone");
                    case CONTACT -> turn.text("newclub.contact");
                    case CHECK -> summary(turn);
                });
    }

    /** The same in other words. */
    Message asking(Turn turn, String text) {
        return switch (Step.of(turn)) {
            case NAME -> Message.of(text);
            case CITY, ADDRESS -> Message.of(text).with(answers(turn, List.of()));
            case ZONE ->
                Message.of(text)
                        .with(answers(
                                turn,
                                CityZones.OFFERED.stream()
                                        .map(id -> new Button.Callback(timeIn(ZoneId.of(id)), ZONE + ":" + id))
                                        .toList()));
            case CONTACT ->
                Message.of(text)
                        .with(new Keyboard.Reply(List.of(
                                List.of(new Key.ShareContact(turn.text("contact.share"))),
                                List.of(
                                        new Key.Plain(turn.text("telegram.back")),
                                        new Key.Plain(turn.text("contact.skip"))))));
            case CHECK ->
                Message.of(text)
                        .with(Keyboard.Inline.column(
                                new Button.Callback(turn.text("newclub.send"), SEND),
                                new Button.Callback(turn.text("newclub.other_zone"), OTHER_ZONE),
                                new Button.Callback(turn.text("newclub.again"), AGAIN)));
        };
    }

    /** In two columns; the way back stands below the answers. */
    private static Keyboard answers(Turn turn, List<? extends Button> answers) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i += 2) {
            rows.add(List.copyOf(answers.subList(i, Math.min(i + 2, answers.size()))));
        }
        rows.add(List.of(new Button.Callback(turn.text("telegram.back"), BACK + ":" + turn.step())));
        return new Keyboard.Inline(rows);
    }

    private String summary(Turn turn) {
        Details club = details(turn.answers());
        return turn.text(
                "newclub.check",
                Message.escape(club.name()),
                Message.escape(club.city()),
                Message.escape(club.address()),
                timeIn(club.timezone()),
                club.contact() == null ? "–" : Message.escape(club.contact()));
    }

    /** @throws NullPointerException when a question has not been answered yet */
    static Details details(Map<String, String> answers) {
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

    /** “14:05 (GMT+5)”: everybody knows what time it is where they are. */
    String timeIn(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm (O)", Locale.ROOT)
                .withZone(zone)
                .format(clock.instant());
    }
}
