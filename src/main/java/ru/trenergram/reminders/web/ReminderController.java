package ru.trenergram.reminders.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.DomainException;
import ru.trenergram.reminders.Moment;
import ru.trenergram.reminders.Moment.At;
import ru.trenergram.reminders.Moment.Never;
import ru.trenergram.reminders.Moment.Why;
import ru.trenergram.reminders.ReminderPreview;
import ru.trenergram.reminders.ReminderPreview.Preview;
import ru.trenergram.reminders.ReminderStep;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.SettingsChange.Quiet;
import ru.trenergram.trainers.SettingsChange.Reminders;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** The trainer tries settings of their reminders (API.md, "Users"). */
@RestController
class ReminderController {

    private static final Instant FIRST_MOMENT = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2099-12-31T00:00:00Z");

    private final ReminderPreview previews;
    private final Trainers trainers;

    ReminderController(ReminderPreview previews, Trainers trainers) {
        this.previews = previews;
        this.trainers = trainers;
    }

    /**
     * @param reminders to try; those that are set when left out
     * @param quietHours likewise
     */
    record PreviewRequest(
            @NotNull String startsAt,
            @Nullable @Valid Reminders reminders,
            @Nullable @Valid Quiet quietHours) {}

    /** @param dropped why it does not go out; null when it does */
    record StepResource(
            ReminderStep step,
            @Nullable OffsetDateTime at,
            @Nullable Why dropped) {}

    /** @param whyNot null when it happens */
    record MomentResource(
            @Nullable OffsetDateTime at, @Nullable Why whyNot) {}

    record PreviewResource(
            String timezone,
            OffsetDateTime startsAt,
            List<StepResource> steps,
            MomentResource autoCancel,
            MomentResource headsUp) {}

    @PostMapping("/api/v1/users/trainer/{telegramId}/reminders/preview")
    PreviewResource preview(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestBody @Valid PreviewRequest request) {
        if (caller.telegramId() != telegramId) {
            throw DomainException.notFound();
        }
        TrainerProfile trainer = trainers.get(caller.userId());
        Instant startsAt = moment(request.startsAt());
        Preview preview = previews.of(
                startsAt,
                request.reminders() == null
                        ? trainer.reminders()
                        : request.reminders().settings(),
                request.quietHours() == null
                        ? trainer.quietHours()
                        : request.quietHours().hours(),
                trainer.timezone());
        ZoneId zone = trainer.timezone();
        return new PreviewResource(
                zone.getId(),
                at(startsAt, zone),
                preview.steps().entrySet().stream()
                        .map(step -> step(step.getKey(), moment(step.getValue(), zone)))
                        .toList(),
                moment(preview.autoCancel(), zone),
                moment(preview.headsUp(), zone));
    }

    private static StepResource step(ReminderStep step, MomentResource moment) {
        return new StepResource(step, moment.at(), moment.whyNot());
    }

    private static MomentResource moment(Moment moment, ZoneId zone) {
        return switch (moment) {
            case At(Instant at) -> new MomentResource(at(at, zone), null);
            case Never(Why why) -> new MomentResource(null, why);
        };
    }

    private static Instant moment(String text) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw DomainException.invalid("starts_at", "date_time");
        }
        if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT)) {
            throw DomainException.invalid("starts_at", "date_range");
        }
        return moment;
    }

    private static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }
}
