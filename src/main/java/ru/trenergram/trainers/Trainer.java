package ru.trenergram.trainers;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Money;

@Entity
@Table(name = "trainer")
class Trainer implements Persistable<Long> {

    @Id
    private long userId;

    private long price;
    private int sessionMinutes;
    private int slotStepMinutes;
    private String timezone;

    @Enumerated(EnumType.STRING)
    private SelfBooking selfBooking;

    private int minNoticeHours;
    private int maxAdvanceDays;
    private int chargeHoursBefore;
    private @Nullable String about;
    private List<String> specialties;
    private @Nullable String place;
    private boolean listed;

    @Embedded
    private ReminderSettings reminders;

    @Embedded
    private QuietHours quietHours;

    @Version
    private int version;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Trainer() {}

    Trainer(long userId, Money price, int sessionMinutes, ZoneId timezone, Instant now) {
        this.userId = userId;
        this.price = price.amount();
        this.sessionMinutes = sessionMinutes;
        this.slotStepMinutes = 30;
        this.timezone = timezone.getId();
        this.selfBooking = SelfBooking.INSTANT;
        this.minNoticeHours = 2;
        this.maxAdvanceDays = 30;
        this.chargeHoursBefore = 12;
        this.specialties = List.of();
        this.listed = true;
        this.reminders = ReminderSettings.DEFAULT;
        this.quietHours = QuietHours.DEFAULT;
        this.createdAt = now;
    }

    /**
     * A length off the step, from before there was one, may stay.
     *
     * @throws DomainException {@code stale_version}, {@code validation_failed}
     */
    void change(int seen, SettingsChange change) {
        if (seen != version) {
            throw new DomainException(ErrorCode.STALE_VERSION);
        }
        if (change.price() != null) {
            price = change.price().amount();
        }
        if (change.sessionMinutes() != null && change.sessionMinutes() != sessionMinutes) {
            if (change.sessionMinutes() % SettingsChange.MINUTES_STEP != 0) {
                throw DomainException.invalid("session_minutes", "multiple", SettingsChange.MINUTES_STEP);
            }
            sessionMinutes = change.sessionMinutes();
        }
        if (change.slotStepMinutes() != null) {
            slotStepMinutes = change.slotStepMinutes();
        }
        if (change.timezone() != null) {
            timezone = change.timezone().getId();
        }
        if (change.selfBooking() != null) {
            selfBooking = change.selfBooking();
        }
        if (change.minNoticeHours() != null) {
            minNoticeHours = change.minNoticeHours();
        }
        if (change.maxAdvanceDays() != null) {
            maxAdvanceDays = change.maxAdvanceDays();
        }
        if (change.chargeHoursBefore() != null) {
            chargeHoursBefore = change.chargeHoursBefore();
        }
        if (change.about() != null) {
            about = blankToNull(change.about());
        }
        if (change.specialties() != null) {
            specialties = List.copyOf(change.specialties());
        }
        if (change.place() != null) {
            place = blankToNull(change.place());
        }
        if (change.listed() != null) {
            listed = change.listed();
        }
        if (change.reminders() != null) {
            reminders = change.reminders().settings();
        }
        if (change.quietHours() != null) {
            quietHours = change.quietHours().hours();
        }
    }

    /** The settings, for the audit. */
    Facts facts() {
        return Facts.none()
                .with("price", price)
                .with("session_minutes", sessionMinutes)
                .with("slot_step_minutes", slotStepMinutes)
                .with("timezone", timezone)
                .with("self_booking", selfBooking)
                .with("min_notice_hours", minNoticeHours)
                .with("max_advance_days", maxAdvanceDays)
                .with("charge_hours_before", chargeHoursBefore)
                .words("about", about)
                .words("specialties", String.join(", ", specialties))
                .words("place", place)
                .with("listed", listed)
                .with("reminders", reminders.enabled())
                .with("reminder_first_days_before", reminders.firstDaysBefore())
                .with("reminder_first_at", reminders.firstAt())
                .with("reminder_second_after_hours", reminders.secondAfterHours())
                .with("reminder_third_after_hours", reminders.thirdAfterHours())
                .with("auto_cancel_after_hours", reminders.autoCancelAfterHours())
                .with("heads_up_hours_before", reminders.headsUpHoursBefore())
                .with("quiet_from", quietHours.from())
                .with("quiet_to", quietHours.to());
    }

    @Override
    public Long getId() {
        return userId;
    }

    /** Trainers are only ever saved when they are new; changes are found by Hibernate. */
    @Override
    public boolean isNew() {
        return true;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
