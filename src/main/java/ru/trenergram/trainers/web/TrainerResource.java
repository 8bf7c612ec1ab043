package ru.trenergram.trainers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;
import ru.trenergram.base.Versioned;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.ReminderSettings;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.users.Person;

/**
 * A trainer's public profile; for the trainer themselves also what only they set.
 *
 * @param rating of five, null while nobody has rated the trainer: nobody can yet
 */
record TrainerResource(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String photoUrl,
        Money price,
        int sessionMinutes,
        String timezone,
        List<Place> clubs,
        @Nullable String place,
        @Nullable String about,
        List<String> specialties,
        @Nullable Double rating,
        SelfBooking selfBooking,
        int minNoticeHours,
        int maxAdvanceDays,
        int chargeHoursBefore,
        boolean listed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer slotStepMinutes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RemindersResource reminders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuietHoursResource quietHours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer version)
        implements Versioned {

    record Place(long id, String name, ClubTrainer.Status status) {}

    record RemindersResource(
            boolean enabled,
            @Nullable Integer firstDaysBefore,
            String firstAt,
            @Nullable Integer secondAfterHours,
            @Nullable Integer thirdAfterHours,
            @Nullable Integer autoCancelAfterHours,
            @Nullable Integer headsUpHoursBefore) {

        static RemindersResource of(ReminderSettings settings) {
            return new RemindersResource(
                    settings.enabled(),
                    settings.firstDaysBefore(),
                    settings.firstAt().toString(),
                    settings.secondAfterHours(),
                    settings.thirdAfterHours(),
                    settings.autoCancelAfterHours(),
                    settings.headsUpHoursBefore());
        }
    }

    record QuietHoursResource(String from, String to) {

        static QuietHoursResource of(QuietHours hours) {
            return new QuietHoursResource(hours.from().toString(), hours.to().toString());
        }
    }

    static TrainerResource of(TrainerProfile trainer, List<ClubTrainer> clubs, boolean own) {
        return of(trainer, clubs, own, trainer.price());
    }

    /** With the price at which this client books. */
    static TrainerResource forClient(TrainerProfile trainer, List<ClubTrainer> clubs, RosterEntry client) {
        return of(trainer, clubs, false, client.priceWith(trainer));
    }

    private static TrainerResource of(TrainerProfile trainer, List<ClubTrainer> clubs, boolean own, Money price) {
        Person person = trainer.person();
        return new TrainerResource(
                person.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                person.photoUrl(),
                price,
                trainer.sessionMinutes(),
                trainer.timezone().getId(),
                clubs.stream()
                        .filter(place -> own || place.status() == ClubTrainer.Status.ACTIVE)
                        .map(place -> new Place(place.club().id(), place.club().name(), place.status()))
                        .toList(),
                trainer.place(),
                trainer.about(),
                trainer.specialties(),
                null,
                trainer.selfBooking(),
                trainer.minNoticeHours(),
                trainer.maxAdvanceDays(),
                trainer.chargeHoursBefore(),
                trainer.listed(),
                own ? trainer.slotStepMinutes() : null,
                own ? RemindersResource.of(trainer.reminders()) : null,
                own ? QuietHoursResource.of(trainer.quietHours()) : null,
                own ? trainer.version() : null);
    }
}
