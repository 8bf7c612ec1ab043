package ru.trenergram.notifications.bot;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.notifications.BalancePages;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;

/** {@code /balance}: what clients owe a trainer, what a client has with theirs and why it was charged. */
@Component
class BalanceCommand implements BotModule {

    private final BalancePages pages;
    private final Trainers trainers;
    private final Roster roster;

    BalanceCommand(BalancePages pages, Trainers trainers, Roster roster) {
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
        routes.commandForSome("balance", this::show)
                .key("menu.balance", this::show)
                .button(
                        BalancePages.ALL_ROUTE,
                        turn -> turn.edit(pages.ofClient(turn.user().userId())))
                .button(BalancePages.ENTRIES_ROUTE, this::entries);
    }

    private void show(Turn turn) {
        long user = turn.user().userId();
        boolean trainer = trainers.find(user).isPresent();
        boolean client = !roster.trainersOf(user).isEmpty();
        if (trainer) {
            turn.say(pages.ofTrainer(user));
        }
        if (client) {
            turn.say(pages.ofClient(user));
        }
        if (!trainer && !client) {
            turn.say(turn.text("balance.nobody"));
        }
    }

    private void entries(Turn turn) {
        if (!(turn.input() instanceof Input.Press press)) {
            return;
        }
        @Nullable String trainer = press.argument(0);
        @Nullable String before = press.argument(1);
        if (trainer == null || !trainer.matches("\\d{1,18}") || before == null || !before.matches("\\d{0,18}")) {
            turn.toast(turn.text("telegram.old_button"));
            return;
        }
        long last = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        turn.edit(pages.entries(turn.user().userId(), Long.parseLong(trainer), last));
    }
}
