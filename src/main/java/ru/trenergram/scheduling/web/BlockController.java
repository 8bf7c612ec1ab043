package ru.trenergram.scheduling.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Page;
import ru.trenergram.scheduling.Block;
import ru.trenergram.scheduling.Blocks;
import ru.trenergram.scheduling.BookingFilter;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** The caller's blocked time (API.md, "Schedule and slots"). */
@RestController
@RequestMapping("/api/v1/slots/blocks")
class BlockController {

    private final Blocks blocks;
    private final Trainers trainers;

    BlockController(Blocks blocks, Trainers trainers) {
        this.blocks = blocks;
        this.trainers = trainers;
    }

    record BlockRequest(
            @NotNull @Schema(type = "string", format = "date-time")
            String startsAt,

            @NotNull @Schema(type = "string", format = "date-time")
            String endsAt,

            @Nullable String reason) {}

    record BlockResource(
            long id,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String timezone,
            @Nullable String reason) {}

    @GetMapping
    Page<BlockResource> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        BookingFilter days = BookingFilter.days(from, to, trainer.timezone(), Set.of());
        List<Block> found = blocks.list(trainer.userId(), days.from(), days.before(), key(cursor), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(last.time().startsAt().getEpochSecond(), last.id()))
                .map(block -> resource(block, trainer.timezone()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BlockResource> add(
            @AuthenticationPrincipal Caller caller, @RequestBody @Valid BlockRequest request) {
        TrainerProfile trainer = Own.trainer(trainers, caller);
        Block added = blocks.add(
                trainer.userId(),
                Inputs.moment("starts_at", request.startsAt()),
                Inputs.moment("ends_at", request.endsAt()),
                request.reason());
        return ResponseEntity.created(URI.create("/api/v1/slots/blocks/" + added.id()))
                .body(resource(added, trainer.timezone()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        blocks.remove(Own.trainer(trainers, caller).userId(), id);
    }

    private static BlockResource resource(Block block, ZoneId zone) {
        return new BlockResource(
                block.id(),
                BookingResources.at(block.time().startsAt(), zone),
                BookingResources.at(block.time().endsAt(), zone),
                zone.getId(),
                block.reason());
    }

    private static Blocks.@Nullable Key key(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return new Blocks.Key(Inputs.second(keys.getFirst(), 0), Long.parseLong(keys.getLast()));
        } catch (IllegalArgumentException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
