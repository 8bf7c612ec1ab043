package ru.trenergram.trainers.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Page;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Who works at a club of the public catalogue. */
@RestController
class ClubTrainersController {

    private final Trainers trainers;
    private final Clubs clubs;
    private final ClubTrainers clubTrainers;

    ClubTrainersController(Trainers trainers, Clubs clubs, ClubTrainers clubTrainers) {
        this.trainers = trainers;
        this.clubs = clubs;
        this.clubTrainers = clubTrainers;
    }

    @GetMapping("/api/v1/clubs/{id}/trainers")
    Page<TrainerResource> trainers(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        clubs.find(id).orElseThrow(DomainException::notFound);
        Page<TrainerProfile> page =
                Page.of(trainers.listedAt(id, afterId(cursor), limit + 1), limit, last -> Cursor.of(last.userId()));
        Map<Long, List<ClubTrainer>> places = clubTrainers.ofTrainers(
                page.items().stream().map(TrainerProfile::userId).toList());
        return page.map(
                trainer -> TrainerResource.of(trainer, places.getOrDefault(trainer.userId(), List.of()), false));
    }

    private static long afterId(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(Cursor.keys(cursor, 1).getFirst());
        } catch (NumberFormatException notAnId) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
