package ru.trenergram.notifications;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.qr.TrainerCodes;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.trainers.ClientJoined;
import ru.trenergram.trainers.ClientLeft;
import ru.trenergram.trainers.TrainerRegistered;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** What people are told when somebody becomes a trainer or a client. */
@Component
class OnboardingMessages {

    private static final int QR_SIZE = 640;

    private final Messenger messenger;
    private final QuietTime quietTime;
    private final Users users;
    private final TrainerCodes codes;
    private final BotLinks links;
    private final MessageSource texts;

    OnboardingMessages(
            Messenger messenger,
            QuietTime quietTime,
            Users users,
            TrainerCodes codes,
            BotLinks links,
            MessageSource texts) {
        this.messenger = messenger;
        this.quietTime = quietTime;
        this.users = users;
        this.codes = codes;
        this.links = links;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(TrainerRegistered event) {
        UserInfo trainer = users.get(event.trainerId());
        long id = trainer.telegramId();
        Message message = Message.of(text(trainer.language(), "notify.trainer_registered", codes.url(id)))
                .withPhoto(codes.png(id, QR_SIZE))
                .with(Keyboard.Inline.column(
                        new Button.WebApp(text(trainer.language(), "welcome.trainer_app"), links.trainerApp(id))));
        messenger.send(Bot.MAIN, id, message, Priority.TRANSACTIONAL, "trainer-registered:" + event.trainerId());
    }

    @ApplicationModuleListener
    void on(ClientJoined event) {
        tellTrainer(event.trainerId(), event.clientId(), "notify.client_joined", event.at());
    }

    /** Of the sessions that are cancelled along the trainer hears by themselves. */
    @ApplicationModuleListener
    void on(ClientLeft event) {
        tellTrainer(event.trainerId(), event.clientId(), "notify.client_left", event.at());
    }

    private void tellTrainer(long trainerId, long clientId, String key, Instant at) {
        UserInfo trainer = users.get(trainerId);
        String client = Message.escape(users.get(clientId).person().fullName());
        messenger.send(Post.of(
                        Bot.MAIN,
                        trainer.telegramId(),
                        Message.of(text(trainer.language(), key, client)),
                        key + ":" + trainerId + ":" + clientId + ":" + at.toEpochMilli())
                .silent(quietTime.isNowFor(trainer, trainerId)));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
