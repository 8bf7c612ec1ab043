package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.trenergram.trainers.TrainerProfile;

/** A trainer's working time on some dates: the week with the exceptions to it. */
@Component
class WorkingCalendar {

    /** Hours run over midnight, so that a date is not known without its neighbours and theirs. */
    private static final int NEIGHBOURS = 2;

    private final WorkingHours workingHours;
    private final WorkingExceptions exceptions;

    WorkingCalendar(WorkingHours workingHours, WorkingExceptions exceptions) {
        this.workingHours = workingHours;
        this.exceptions = exceptions;
    }

    WorkingTime of(TrainerProfile trainer, LocalDate first, LocalDate last) {
        return new WorkingTime(
                workingHours.hours(trainer.userId()),
                exceptions.on(trainer.userId(), first.minusDays(NEIGHBOURS), last.plusDays(NEIGHBOURS)),
                trainer.timezone());
    }

    /** The same of several trainers at once, by the trainer's user id. */
    Map<Long, WorkingTime> ofAll(Collection<TrainerProfile> trainers, LocalDate first, LocalDate last) {
        List<Long> ids = trainers.stream().map(TrainerProfile::userId).toList();
        Map<Long, List<Hours>> hours = workingHours.hoursOfAll(ids);
        Map<Long, List<WorkingException>> different =
                exceptions.onOfAll(ids, first.minusDays(NEIGHBOURS), last.plusDays(NEIGHBOURS));
        return trainers.stream()
                .collect(Collectors.toMap(
                        TrainerProfile::userId,
                        trainer -> new WorkingTime(
                                hours.getOrDefault(trainer.userId(), List.of()),
                                different.getOrDefault(trainer.userId(), List.of()),
                                trainer.timezone())));
    }

    WorkingTime around(TrainerProfile trainer, Span span) {
        return of(
                trainer,
                LocalDate.ofInstant(span.startsAt(), trainer.timezone()),
                LocalDate.ofInstant(span.endsAt(), trainer.timezone()));
    }
}
