package ru.trenergram.notifications;

import java.time.Clock;
import org.springframework.stereotype.Component;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;

/** When messages are to arrive without a sound (PRODUCT.md, "Reminders"): the trainer's quiet hours, by the recipient's clock. */
@Component
class QuietTime {

    private final Trainers trainers;
    private final Clock clock;

    QuietTime(Trainers trainers, Clock clock) {
        this.trainers = trainers;
        this.clock = clock;
    }

    boolean isNowFor(UserInfo recipient, long trainerId) {
        TrainerProfile trainer = trainers.get(trainerId);
        return trainer.quietHours().isQuiet(clock.instant(), SessionTimes.zoneOf(recipient, trainer.timezone()));
    }
}
