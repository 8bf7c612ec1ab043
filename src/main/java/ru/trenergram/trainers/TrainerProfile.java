package ru.trenergram.trainers;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;
import ru.trenergram.users.Person;

/**
 * A trainer as other modules see them.
 *
 * @param userId also the trainer's id in every table
 * @param price of a session, unless the roster names another for a client
 * @param slotStepMinutes the grid on which slots begin, counted from the start of a stretch of working time
 * @param minNoticeHours how long before its start a slot can still be booked by a client
 * @param maxAdvanceDays how far ahead a client may book
 */
public record TrainerProfile(
        long userId,
        Person person,
        Money price,
        int sessionMinutes,
        int slotStepMinutes,
        ZoneId timezone,
        SelfBooking selfBooking,
        int minNoticeHours,
        int maxAdvanceDays,
        int chargeHoursBefore,
        @Nullable String about,
        List<String> specialties,
        @Nullable String place,
        boolean listed,
        ReminderSettings reminders,
        QuietHours quietHours,
        int version) {

    public long telegramId() {
        return person.telegramId();
    }
}
