package ru.trenergram.trainers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer changes in their settings; null leaves a setting as it is, an empty text takes it away. Reminders and
 * quiet hours come whole: what is left out of the reminders is off.
 *
 * @param version the one that the trainer saw; it may come as {@code If-Match} instead
 */
public record SettingsChange(
        @Nullable @Valid Price price,
        @Nullable @Min(10) @Max(480) Integer sessionMinutes,
        @Nullable @Min(5) @Max(240) Integer slotStepMinutes,
        @Nullable ZoneId timezone,
        @Nullable SelfBooking selfBooking,
        @Nullable @Min(0) @Max(720) Integer minNoticeHours,
        @Nullable @Min(1) @Max(365) Integer maxAdvanceDays,
        @Nullable @Min(0) @Max(168) Integer chargeHoursBefore,
        @Nullable @Size(max = 2000) String about,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> specialties,
        @Nullable @Size(max = 200) String place,
        @Nullable Boolean listed,
        @Nullable @Valid Reminders reminders,
        @Nullable @Valid Quiet quietHours,
        @Nullable Integer version) {

    /** Sessions go by so many minutes: another length could not be booked. */
    public static final int MINUTES_STEP = 5;

    /** @param amount in kopecks, up to 1 000 000 ₽ */
    public record Price(
            @NotNull @Min(0) @Max(100_000_000) Long amount,
            @NotNull @Pattern(regexp = "RUB") String currency) {}

    private static final String TIME_OF_DAY = "([01]\\d|2[0-3]):[0-5]\\d";

    /** The fields of {@link ReminderSettings}. */
    public record Reminders(
            @NotNull Boolean enabled,
            @Nullable @Min(1) @Max(14) Integer firstDaysBefore,
            @NotNull @Pattern(regexp = TIME_OF_DAY) String firstAt,
            @Nullable @Min(1) @Max(72) Integer secondAfterHours,
            @Nullable @Min(1) @Max(72) Integer thirdAfterHours,
            @Nullable @Min(1) @Max(72) Integer autoCancelAfterHours,
            @Nullable @Min(1) @Max(24) Integer headsUpHoursBefore) {

        public ReminderSettings settings() {
            return new ReminderSettings(
                    enabled,
                    firstDaysBefore,
                    LocalTime.parse(firstAt),
                    secondAfterHours,
                    thirdAfterHours,
                    autoCancelAfterHours,
                    headsUpHoursBefore);
        }
    }

    /** The fields of {@link QuietHours}. */
    public record Quiet(
            @NotNull @Pattern(regexp = TIME_OF_DAY) String from,
            @NotNull @Pattern(regexp = TIME_OF_DAY) String to) {

        public QuietHours hours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        }
    }
}
