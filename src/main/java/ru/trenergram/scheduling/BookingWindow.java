package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import ru.trenergram.trainers.TrainerProfile;

/**
 * When a slot may begin for a client to book it.
 *
 * @param earliest now and the minimum notice
 * @param end the end of the last day of the maximum advance, counted in days of the trainer's zone
 */
record BookingWindow(Instant earliest, Instant end) {

    static BookingWindow of(TrainerProfile trainer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, trainer.timezone());
        return new BookingWindow(
                now.plus(Duration.ofHours(trainer.minNoticeHours())),
                today.plusDays(trainer.maxAdvanceDays() + 1L)
                        .atStartOfDay(trainer.timezone())
                        .toInstant());
    }

    boolean contains(Instant start) {
        return !start.isBefore(earliest) && start.isBefore(end);
    }
}
