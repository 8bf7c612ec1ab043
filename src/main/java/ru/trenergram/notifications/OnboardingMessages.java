package ru.trenergram.notifications;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubEvents;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.Clubs;
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
    private final Clubs clubs;
    private final TrainerCodes codes;
    private final BotLinks links;
    private final MessageSource texts;

    OnboardingMessages(
            Messenger messenger,
            QuietTime quietTime,
            Users users,
            Clubs clubs,
            TrainerCodes codes,
            BotLinks links,
            MessageSource texts) {
        this.messenger = messenger;
        this.quietTime = quietTime;
        this.users = users;
        this.clubs = clubs;
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

    /** Whoever has been approved by the time the event arrives asks for nothing any more. */
    @ApplicationModuleListener
    void on(ClubEvents.TrainerApplied event) {
        boolean waits = clubs.ofTrainer(event.trainerId()).stream()
                .anyMatch(place -> place.club().id() == event.clubId() && place.status() == ClubTrainer.Status.APPLIED);
        if (waits) {
            tellOwners(event.clubId(), event.trainerId(), "notify.trainer_applied");
        }
    }

    @ApplicationModuleListener
    void on(ClubEvents.TrainerTurnedAway event) {
        tellOwners(event.clubId(), event.trainerId(), "notify.trainer_turned_away");
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

    private void tellOwners(long clubId, long trainerId, String key) {
        String trainer = Message.escape(users.get(trainerId).person().fullName());
        String club =
                clubs.find(clubId).map(found -> Message.escape(found.name())).orElse("");
        for (UserInfo owner : users.getAll(clubs.owners(clubId)).values()) {
            messenger.send(
                    Bot.STAFF,
                    owner.telegramId(),
                    Message.of(text(owner.language(), key, trainer, club)),
                    Priority.TRANSACTIONAL,
                    key + ":" + clubId + ":" + trainerId + ":" + owner.id());
        }
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
