package ru.trenergram.scheduling.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Versioned;
import ru.trenergram.base.Versions;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.Week;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** The caller's weekly working hours (API.md, "Schedule and slots"). */
@RestController
@RequestMapping("/api/v1/slots/rules")
class RuleController {

    private final WorkingHours workingHours;
    private final Trainers trainers;

    RuleController(WorkingHours workingHours, Trainers trainers) {
        this.workingHours = workingHours;
        this.trainers = trainers;
    }

    /** @param version of the week; it may be left out for a single rule */
    record RuleRequest(
            @NotNull @Min(1) @Max(7) Integer weekday,
            @NotNull String from,
            @NotNull String to,
            @Nullable Integer version) {}

    record WeekRequest(
            @NotNull @Size(max = 100) List<@NotNull @Valid RuleRequest> rules,
            @Nullable Integer version) {}

    /** @param version of the week, which is one for all of its rules */
    record RuleResource(long id, int weekday, String from, String to, Integer version) implements Versioned {}

    record WeekResource(List<RuleResource> items, Integer version, String timezone) implements Versioned {}

    @GetMapping
    WeekResource week(@AuthenticationPrincipal Caller caller) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        return resource(workingHours.week(trainer.userId()), trainer);
    }

    @PutMapping
    WeekResource replace(
            @AuthenticationPrincipal Caller caller,
            @RequestBody @Valid WeekRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        List<Hours> hours = new ArrayList<>();
        for (RuleRequest rule : request.rules()) {
            hours.add(hours(rule, "rules[" + hours.size() + "]."));
        }
        int version = Versions.named(request.version(), ifMatch);
        return resource(workingHours.replaceWeek(trainer.userId(), hours, version), trainer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RuleResource> add(@AuthenticationPrincipal Caller caller, @RequestBody @Valid RuleRequest request) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        Week.Rule added = workingHours.add(trainer.userId(), hours(request, ""));
        return ResponseEntity.created(URI.create("/api/v1/slots/rules/" + added.id()))
                .body(resource(added, trainer));
    }

    @PutMapping("/{id}")
    RuleResource change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody @Valid RuleRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        Integer version = Versions.namedIfAny(request.version(), ifMatch);
        return resource(workingHours.change(trainer.userId(), id, hours(request, ""), version), trainer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        workingHours.remove(Own.trainer(trainers, caller).userId(), id, Versions.namedIfAny(version, ifMatch));
    }

    private WeekResource resource(Week week, TrainerProfile trainer) {
        return new WeekResource(
                week.rules().stream()
                        .map(rule -> resource(rule, week.version()))
                        .toList(),
                week.version(),
                trainer.timezone().getId());
    }

    private RuleResource resource(Week.Rule rule, TrainerProfile trainer) {
        return resource(rule, workingHours.week(trainer.userId()).version());
    }

    private static RuleResource resource(Week.Rule rule, int version) {
        Hours hours = rule.hours();
        return new RuleResource(
                rule.id(),
                hours.weekday().getValue(),
                TimesOfDay.text(hours.from()),
                TimesOfDay.text(hours.to()),
                version);
    }

    private static Hours hours(RuleRequest request, String path) {
        int from = TimesOfDay.minute(path + "from", request.from());
        int to = TimesOfDay.minute(path + "to", request.to());
        if (from >= to) {
            throw DomainException.invalid(path + "to", "range");
        }
        return new Hours(DayOfWeek.of(request.weekday()), from, to);
    }
}
