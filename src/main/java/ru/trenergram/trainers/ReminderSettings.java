package ru.trenergram.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a trainer's clients are reminded (PRODUCT.md, "Reminders"). What is null is off; without a first reminder there is
 * nothing from which the others could count.
 *
 * @param enabled whether there are any reminders at all
 * @param firstDaysBefore days before the session's, in the trainer's zone, like {@code firstAt}
 * @param secondAfterHours after the first was sent
 * @param thirdAfterHours after the second was sent, or the first if the second is off
 * @param autoCancelAfterHours after the last was sent
 * @param headsUpHoursBefore how long before its start a confirmed session is brought to mind
 */
@Embeddable
public record ReminderSettings(
        @Column(name = "reminders_enabled") boolean enabled,

        @Column(name = "reminder_first_days_before") @Nullable Integer firstDaysBefore,

        @Column(name = "reminder_first_at") @Convert(converter = MinuteOfDay.class)
        LocalTime firstAt,

        @Column(name = "reminder_second_after") @Nullable Integer secondAfterHours,
        @Column(name = "reminder_third_after") @Nullable Integer thirdAfterHours,

        @Column(name = "reminder_auto_cancel_after") @Nullable Integer autoCancelAfterHours,

        @Column(name = "heads_up_hours_before") @Nullable Integer headsUpHoursBefore) {

    public static final ReminderSettings DEFAULT = new ReminderSettings(true, 1, LocalTime.NOON, 3, 3, 3, 2);
}
