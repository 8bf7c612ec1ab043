package ru.trenergram.trainers.web;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Versions;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

@RestController
@RequestMapping("/api/v1/users/trainer/{telegramId}")
class TrainerController {

    private final Trainers trainers;
    private final ClubTrainers clubTrainers;

    TrainerController(Trainers trainers, ClubTrainers clubTrainers) {
        this.trainers = trainers;
        this.clubTrainers = clubTrainers;
    }

    @GetMapping
    TrainerResource profile(@AuthenticationPrincipal @Nullable Caller caller, @PathVariable long telegramId) {
        return resource(trainers.byTelegramId(telegramId), caller != null && caller.telegramId() == telegramId);
    }

    @PutMapping("/settings")
    TrainerResource changeSettings(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @Valid @RequestBody SettingsChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (caller.telegramId() != telegramId) {
            throw DomainException.notFound();
        }
        return resource(
                trainers.changeSettings(caller.userId(), Versions.named(change.version(), ifMatch), change), true);
    }

    private TrainerResource resource(TrainerProfile trainer, boolean own) {
        return TrainerResource.of(trainer, clubTrainers.ofTrainer(trainer.userId()), own);
    }
}
