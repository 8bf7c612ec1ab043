package ru.trenergram.notifications.bot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.notifications.SessionPages;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;

/** {@code /my}: a trainer's day, a client's sessions; both to who is both. */
@Component
class MyCommand implements BotModule {

    private final SessionPages pages;
    private final Trainers trainers;
    private final Roster roster;

    MyCommand(SessionPages pages, Trainers trainers, Roster roster) {
        this.pages = pages;
        this.trainers = trainers;
        this.roster = roster;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("my", this::show)
                .key("menu.my", this::show)
                .button(SessionPages.CLIENT_ROUTE, this::leaf)
                .button(SessionPages.TRAINER_ROUTE, this::turnToDay);
    }

    private void show(Turn turn) {
        long user = turn.user().userId();
        boolean trainer = trainers.find(user).isPresent();
        boolean client = !roster.trainersOf(user).isEmpty();
        if (trainer) {
            turn.say(pages.ofTrainer(user));
        }
        if (client) {
            turn.say(pages.ofClient(user, true, 0));
        }
        if (!trainer && !client) {
            turn.say(turn.text("my.nobody"));
        }
    }

    private void leaf(Turn turn) {
        if (!(turn.input() instanceof Input.Press press)) {
            return;
        }
        @Nullable String page = press.argument(1);
        if (page == null || !page.matches("\\d{1,2}") || Integer.parseInt(page) > SessionPages.LAST_PAGE) {
            turn.toast(turn.text("telegram.old_button"));
            return;
        }
        boolean upcoming = !SessionPages.PAST.equals(press.argument(0));
        turn.edit(pages.ofClient(turn.user().userId(), upcoming, Integer.parseInt(page)));
    }

    private void turnToDay(Turn turn) {
        long user = turn.user().userId();
        Optional<LocalDate> day =
                turn.input() instanceof Input.Press press ? date(press.argument(0)) : Optional.empty();
        if (day.isEmpty() || trainers.find(user).isEmpty()) {
            turn.toast(turn.text("telegram.old_button"));
        } else {
            turn.edit(pages.ofTrainer(user, day.get()));
        }
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() > 2000 && day.getYear() < 2200);
        } catch (DateTimeException stray) {
            return Optional.empty();
        }
    }
}
