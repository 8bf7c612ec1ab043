package ru.trenergram.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import ru.trenergram.reminders.Moment.At;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.ReminderSettings;

/** What would happen to a session that is booked now and never answered, if each message arrived at once. */
@Service
public class ReminderPreview {

    private final Clock clock;

    ReminderPreview(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param steps of the ladder, in their order
     * @param headsUp if it is confirmed instead
     */
    public record Preview(Map<ReminderStep, Moment> steps, Moment autoCancel, Moment headsUp) {}

    /** @param zone the trainer's, and of a client who has no other */
    public Preview of(Instant startsAt, ReminderSettings settings, QuietHours quietHours, ZoneId zone) {
        Instant now = clock.instant();
        Ladder ladder = new Ladder(startsAt, now, settings, quietHours, zone, zone);
        Map<ReminderStep, Moment> steps = new EnumMap<>(ReminderStep.class);
        Map<ReminderStep, Instant> sent = new EnumMap<>(ReminderStep.class);
        for (ReminderStep step : Ladder.STEPS) {
            Moment moment = ladder.step(step, sent, now);
            steps.put(step, moment);
            if (moment instanceof At(Instant at)) {
                sent.put(step, at);
            }
        }
        return new Preview(steps, ladder.autoCancel(sent, now), ladder.headsUp(now));
    }
}
