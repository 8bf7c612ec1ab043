package ru.trenergram.notifications;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;

/** When messages are to arrive without a sound (PRODUCT.md, "Reminders"): the trainer's quiet hours, by the recipient's clock. */
@Component
class QuietTime {

    private static final LocalTime FROM = LocalTime.of(22, 0);
    private static final LocalTime TO = LocalTime.of(8, 0);

    private final Trainers trainers;
    private final Clock clock;

    QuietTime(Trainers trainers, Clock clock) {
        this.trainers = trainers;
        this.clock = clock;
    }

    boolean isNowFor(UserInfo recipient, long trainerId) {
        TrainerProfile trainer = trainers.get(trainerId);
        LocalTime time = LocalTime.ofInstant(clock.instant(), SessionTimes.zoneOf(recipient, trainer.timezone()));
        return !time.isBefore(FROM) || time.isBefore(TO);
    }
}
