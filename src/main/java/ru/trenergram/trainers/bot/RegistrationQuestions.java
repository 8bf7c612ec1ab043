package ru.trenergram.trainers.bot;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** What a new trainer is asked, with the buttons that answer it and the way back to the question before. */
@Component
class RegistrationQuestions {

    static final String CLUB = "trainer-club";
    static final String MINUTES = "trainer-minutes";
    static final String ZONE = "trainer-zone";
    static final String BACK = "trainer-back";

    /** Stands in the place of a club's id. */
    static final String ON_ONES_OWN = "0";

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");

    /** In rows of two: more would not fit a phone. */
    private static final List<List<Integer>> USUAL_MINUTES = List.of(List.of(30, 45), List.of(60, 90));

    private final Clubs clubs;
    private final ClubButtons buttons;
    private final Clock clock;

    RegistrationQuestions(Clubs clubs, ClubButtons buttons, Clock clock) {
        this.clubs = clubs;
        this.buttons = buttons;
        this.clock = clock;
    }

    enum Step {
        CONTACT,
        CLUB,
        PRICE,
        MINUTES,
        ZONE;

        static Step of(Turn turn) {
            return valueOf(turn.step());
        }

        Step before() {
            return values()[ordinal() - 1];
        }
    }

    /** What the open step asks. */
    Message question(Turn turn) {
        return asking(
                turn,
                switch (Step.of(turn)) {
                    case CONTACT -> turn.text("registration.contact");
                    case CLUB -> turn.text("registration.club");
                    case PRICE -> turn.text("registration.price");
                    case MINUTES -> turn.text("registration.minutes");
                    case ZONE -> turn.text("registration.zone", timeIn(guess(turn.answers()), turn.locale()));
                });
    }

    /** The same in other words. */
    Message asking(Turn turn, String text) {
        return Message.of(text)
                .with(
                        switch (Step.of(turn)) {
                            case CONTACT ->
                                new Keyboard.Reply(List.of(
                                        List.of(new Key.ShareContact(turn.text("contact.share"))),
                                        List.of(new Key.Plain(turn.text("telegram.back")))));
                            case CLUB -> clubs(turn, null);
                            case PRICE -> answers(turn, List.of());
                            case MINUTES -> answers(turn, minutes(turn));
                            case ZONE -> answers(turn, zones(turn));
                        });
    }

    /** @param query a part of a club's name; null for all of them */
    Message clubs(Turn turn, String text, @Nullable String query) {
        return Message.of(text).with(clubs(turn, query));
    }

    private Keyboard clubs(Turn turn, @Nullable String query) {
        List<List<Button>> rows = new ArrayList<>(buttons.rows(CLUB, query));
        rows.add(List.of(new Button.Callback(turn.text("registration.on_own"), CLUB + ":" + ON_ONES_OWN)));
        return answers(turn, rows);
    }

    private static List<List<Button>> minutes(Turn turn) {
        return USUAL_MINUTES.stream()
                .map(row -> row.stream()
                        .<Button>map(minutes -> new Button.Callback(
                                turn.text("registration.n_minutes", minutes), MINUTES + ":" + minutes))
                        .toList())
                .toList();
    }

    /** The guess, and the others for whom it is wrong. */
    private List<List<Button>> zones(Turn turn) {
        ZoneId guess = guess(turn.answers());
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(new Button.Callback(turn.text("registration.zone_right"), ZONE + ":" + guess)));
        CityZones.OFFERED.stream()
                .map(ZoneId::of)
                .filter(zone -> !zone.equals(guess))
                .forEach(zone ->
                        rows.add(List.of(new Button.Callback(timeIn(zone, turn.locale()), ZONE + ":" + zone))));
        return rows;
    }

    /** The way back stands below the answers. */
    private static Keyboard answers(Turn turn, List<List<Button>> answers) {
        List<List<Button>> rows = new ArrayList<>(answers);
        rows.add(List.of(new Button.Callback(turn.text("telegram.back"), BACK + ":" + turn.step())));
        return new Keyboard.Inline(rows);
    }

    /** As at the club, where they chose one. */
    private ZoneId guess(Map<String, String> answers) {
        return club(answers).map(ClubInfo::timezone).orElse(DEFAULT_ZONE);
    }

    Optional<ClubInfo> club(Map<String, String> answers) {
        return Optional.ofNullable(answers.get("club")).flatMap(id -> clubs.find(Long.parseLong(id)));
    }

    /** “12:05 · Москва”. */
    String timeIn(ZoneId zone, Locale locale) {
        String time =
                DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(clock.instant());
        return time + " · " + CityZones.name(zone, locale);
    }
}
