package ru.trenergram.trainers.bot;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Key;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/**
 * How one becomes a trainer (PRODUCT.md, "Trainer onboarding"): contact, club, price, session length, time zone. Each step says
 * what it expects when it gets something else, and loses nothing. The link, its QR code and the way into the Mini App
 * follow as messages of their own once the registration is there.
 */
@Component
class TrainerRegistration implements BotModule {

    static final String BEGIN = "trainer";

    private static final String DIALOG = "trainer-registration";
    private static final String CLUB_BUTTON = "trainer-club";
    private static final String MINUTES_BUTTON = "trainer-minutes";
    private static final String ZONE_BUTTON = "trainer-zone";
    private static final String ON_ONES_OWN = "0";
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Moscow");
    private static final int CLUBS_SHOWN = 8;
    private static final long MAX_RUBLES = 1_000_000;
    /** In rows of two: more would not fit a phone. */
    private static final List<List<Integer>> USUAL_MINUTES = List.of(List.of(30, 45), List.of(60, 90));

    private final Trainers trainers;
    private final Users users;
    private final Clubs clubs;
    private final Clock clock;

    TrainerRegistration(Trainers trainers, Users users, Clubs clubs, Clock clock) {
        this.trainers = trainers;
        this.users = users;
        this.clubs = clubs;
        this.clock = clock;
    }

    private enum Step {
        CONTACT,
        CLUB,
        PRICE,
        MINUTES,
        ZONE
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.button(BEGIN, this::begin)
                .button(CLUB_BUTTON, turn -> pressed(turn, Step.CLUB))
                .button(MINUTES_BUTTON, turn -> pressed(turn, Step.MINUTES))
                .button(ZONE_BUTTON, turn -> pressed(turn, Step.ZONE))
                .dialog(DIALOG, this::step);
    }

    private void begin(Turn turn) {
        if (trainers.find(turn.user().userId()).isPresent()) {
            turn.say(turn.text("error.already_trainer"));
            return;
        }
        turn.await(DIALOG, Step.CONTACT.name(), Map.of());
        turn.say(Message.of(turn.text("registration.contact"))
                .with(new Keyboard.Reply(List.of(List.of(new Key.ShareContact(turn.text("contact.share")))))));
    }

    /** A button counts only at its own step: an old one must not answer a later question. */
    private void pressed(Turn turn, Step step) {
        if (turn.step().equals(step.name())) {
            step(turn);
        } else {
            // Outside this dialog nothing has been asked that could be answered.
            turn.toast(turn.text(turn.step().isEmpty() ? "telegram.old_button" : "registration.answered_already"));
        }
    }

    private void step(Turn turn) {
        switch (Step.valueOf(turn.step())) {
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
                turn.await(DIALOG, Step.CLUB.name(), Map.of());
                turn.say(clubList(turn, null, turn.text("registration.club")));
            }
            case Input.Contact _ -> turn.say(turn.text("contact.foreign"));
            case Input.Text _, Input.Press _, Input.Other _ -> turn.say(turn.text("registration.contact_expected"));
        }
    }

    /** A button of the list, or words to search it by. */
    private void club(Turn turn) {
        switch (turn.input()) {
            case Input.Press press when press.argument(0) != null -> chooseClub(turn, press.argument(0));
            case Input.Text(String words)
            when !words.isBlank() -> {
                boolean found = !clubs.catalogue(words.strip(), null, null, 1).isEmpty();
                turn.say(
                        found
                                ? clubList(turn, words.strip(), turn.text("registration.clubs_found"))
                                : clubList(
                                        turn,
                                        null,
                                        turn.text("registration.no_club_found", Message.escape(words.strip()))));
            }
            case Input.Text _, Input.Press _, Input.Contact _, Input.Other _ ->
                turn.say(clubList(turn, null, turn.text("registration.club")));
        }
    }

    private void chooseClub(Turn turn, String id) {
        if (id.equals(ON_ONES_OWN)) {
            turn.edit(Message.of(turn.text("registration.on_own_chosen")));
            askPrice(turn, Map.of());
            return;
        }
        Optional<ClubInfo> club = id.matches("\\d{1,18}") ? clubs.find(Long.parseLong(id)) : Optional.empty();
        if (club.isEmpty()) {
            turn.say(clubList(turn, null, turn.text("registration.club")));
            return;
        }
        turn.edit(Message.of(
                turn.text("registration.club_chosen", Message.escape(club.get().name()))));
        askPrice(turn, Map.of("club", id));
    }

    private Message clubList(Turn turn, @Nullable String query, String text) {
        List<List<Button>> rows = new ArrayList<>();
        for (ClubInfo club : clubs.catalogue(query, null, null, CLUBS_SHOWN)) {
            String label = club.name() + " · " + club.city();
            rows.add(List.of(new Button.Callback(label, CLUB_BUTTON + ":" + club.id())));
        }
        rows.add(List.of(new Button.Callback(turn.text("registration.on_own"), CLUB_BUTTON + ":" + ON_ONES_OWN)));
        return Message.of(text).with(new Keyboard.Inline(rows));
    }

    private void askPrice(Turn turn, Map<String, String> answers) {
        turn.await(DIALOG, Step.PRICE.name(), answers);
        turn.say(turn.text("registration.price"));
    }

    private void price(Turn turn) {
        Optional<Long> rubles = number(turn.input(), 0, MAX_RUBLES);
        if (rubles.isEmpty()) {
            turn.say(turn.text("registration.price_expected", MAX_RUBLES));
            return;
        }
        Map<String, String> answers = new HashMap<>(turn.answers());
        answers.put("rubles", rubles.get().toString());
        turn.await(DIALOG, Step.MINUTES.name(), answers);
        turn.say(Message.of(turn.text("registration.minutes"))
                .with(new Keyboard.Inline(USUAL_MINUTES.stream()
                        .map(row -> row.stream()
                                .<Button>map(minutes -> new Button.Callback(
                                        turn.text("registration.n_minutes", minutes), MINUTES_BUTTON + ":" + minutes))
                                .toList())
                        .toList())));
    }

    private void minutes(Turn turn) {
        Optional<Long> minutes = number(turn.input(), 10, 480);
        if (minutes.isEmpty()) {
            turn.say(turn.text("registration.minutes_expected"));
            return;
        }
        turn.edit(Message.of(turn.text("registration.minutes_chosen", minutes.get())));
        Map<String, String> answers = new HashMap<>(turn.answers());
        answers.put("minutes", minutes.get().toString());
        turn.await(DIALOG, Step.ZONE.name(), answers);
        turn.say(zones(turn, turn.text("registration.zone", timeIn(guess(answers), turn.locale()))));
    }

    /** The guess, and the others for whom it is wrong. */
    private Message zones(Turn turn, String text) {
        ZoneId guess = guess(turn.answers());
        List<Button> buttons = new ArrayList<>();
        buttons.add(new Button.Callback(turn.text("registration.zone_right"), ZONE_BUTTON + ":" + guess));
        CityZones.OFFERED.stream()
                .map(ZoneId::of)
                .filter(zone -> !zone.equals(guess))
                .forEach(zone ->
                        buttons.add(new Button.Callback(timeIn(zone, turn.locale()), ZONE_BUTTON + ":" + zone)));
        return Message.of(text).with(Keyboard.Inline.column(buttons.toArray(Button[]::new)));
    }

    /** A button, a city we know, or the name of a zone. */
    private void zone(Turn turn) {
        Optional<ZoneId> zone = switch (turn.input()) {
            case Input.Press press -> CityZones.find(String.valueOf(press.argument(0)));
            case Input.Text(String text) -> CityZones.find(text.strip());
            case Input.Contact _, Input.Other _ -> Optional.empty();
        };
        if (zone.isEmpty()) {
            turn.say(zones(turn, turn.text("registration.zone_expected")));
            return;
        }
        Map<String, String> answers = turn.answers();
        turn.edit(Message.of(turn.text("registration.zone_chosen", timeIn(zone.get(), turn.locale()))));
        turn.endDialog();
        register(turn, answers, zone.get());
    }

    /** As at the club, where they chose one. */
    private ZoneId guess(Map<String, String> answers) {
        return club(answers).map(ClubInfo::timezone).orElse(DEFAULT_ZONE);
    }

    private Optional<ClubInfo> club(Map<String, String> answers) {
        return Optional.ofNullable(answers.get("club")).flatMap(id -> clubs.find(Long.parseLong(id)));
    }

    private String timeIn(ZoneId zone, Locale locale) {
        String time =
                DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(clock.instant());
        return time + " · " + zone.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private void register(Turn turn, Map<String, String> answers, ZoneId zone) {
        Money price = Money.rubles(Long.parseLong(answers.getOrDefault("rubles", "0")) * 100);
        int minutes = Integer.parseInt(answers.getOrDefault("minutes", "60"));
        Optional<ClubInfo> club = club(answers);
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
    }

    /** A whole number that was typed, with spaces or a currency sign around it, or that stands on the pressed button. */
    private static Optional<Long> number(Input input, long min, long max) {
        String text = switch (input) {
            case Input.Text typed -> typed.text().replaceAll("[\\s\\u00a0\\u202f]|₽|руб\\.?|р\\.?$", "");
            case Input.Press press -> String.valueOf(press.argument(0));
            case Input.Contact _, Input.Other _ -> "";
        };
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text)).filter(number -> number >= min && number <= max);
    }
}
