package ru.trenergram.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.trainers.SelfBooking;

/**
 * Who there is and what they try to do, written down before it begins. All moments lie on a grid of five minutes.
 *
 * @param sessions each at its place is known by its index
 */
record Script(long seed, List<Trainer> trainers, List<Client> clients, List<Session> sessions) {

    static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");

    /** Everything was answered, came to pass or was given up by then. */
    static final Instant UNTIL = Instant.parse("2026-11-05T12:00:00Z");

    static final Duration STEP = Duration.ofMinutes(5);

    record Trainer(
            long telegramId,
            ZoneId zone,
            long price,
            int minutes,
            SelfBooking selfBooking,
            int chargeHours,
            Ladder ladder,
            LocalTime quietFrom,
            LocalTime quietTo) {}

    /** Null is off; hours and days. */
    record Ladder(
            boolean enabled,
            @Nullable Integer firstDays,
            LocalTime firstAt,
            @Nullable Integer second,
            @Nullable Integer third,
            @Nullable Integer autoCancel,
            @Nullable Integer headsUp) {}

    /**
     * @param zone null for the trainer's
     * @param blockedFrom from when the bot cannot reach them
     */
    record Client(
            long telegramId, Trainer trainer, @Nullable ZoneId zone, Instant blockedFrom, Instant blockedTo) {

        boolean hasBlockedAt(Instant moment) {
            return !moment.isBefore(blockedFrom) && moment.isBefore(blockedTo);
        }
    }

    /** @param deeds in their order */
    record Session(int number, Client client, boolean byClient, Instant bookedAt, Instant startsAt, List<Deed> deeds) {}

    /** @param newStart of a move, else null; somebody tries it whether or not it is still allowed */
    record Deed(Instant at, What what, @Nullable Instant newStart) {}

    enum What {
        CLIENT_CONFIRMS,
        CLIENT_DECLINES,
        CLIENT_CANCELS,
        CLIENT_MOVES,
        TRAINER_ACCEPTS,
        TRAINER_DECLINES,
        TRAINER_CANCELS,
        TRAINER_MOVES,
        TRAINER_COMPLETES,
        TRAINER_MARKS_NO_SHOW
    }
}
