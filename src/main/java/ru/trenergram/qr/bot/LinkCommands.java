package ru.trenergram.qr.bot;

import org.springframework.stereotype.Component;
import ru.trenergram.qr.TrainerCodes;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Turn;
import ru.trenergram.trainers.Trainers;

/** {@code /my_link} and {@code /qr}: a trainer's personal link. */
@Component
class LinkCommands implements BotModule {

    private static final int SIZE = 640;

    private final TrainerCodes codes;
    private final Trainers trainers;

    LinkCommands(TrainerCodes codes, Trainers trainers) {
        this.codes = codes;
        this.trainers = trainers;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.commandForSome("my_link", this::link)
                .commandForSome("qr", this::qr)
                .key("menu.link", this::link)
                .key("menu.qr", this::qr);
    }

    private void link(Turn turn) {
        if (isTrainer(turn)) {
            turn.say(turn.text("qr.link", codes.url(turn.user().telegramId())));
        }
    }

    private void qr(Turn turn) {
        if (isTrainer(turn)) {
            long id = turn.user().telegramId();
            long scans = codes.scans(turn.user().userId());
            turn.say(Message.of(turn.text("qr.picture", codes.url(id), scans)).withPhoto(codes.png(id, SIZE)));
        }
    }

    private boolean isTrainer(Turn turn) {
        boolean trainer = trainers.find(turn.user().userId()).isPresent();
        if (!trainer) {
            turn.say(turn.text("qr.trainers_only"));
        }
        return trainer;
    }
}
