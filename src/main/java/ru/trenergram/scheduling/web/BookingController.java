package ru.trenergram.scheduling.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.base.Page;
import ru.trenergram.base.Versions;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingEdit;
import ru.trenergram.scheduling.BookingFilter;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingKey;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.Repeat;
import ru.trenergram.scheduling.SeriesBookings;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Bookings (API.md). */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingController {

    private static final String SCOPES = "of its series: this, following, all";

    private final Bookings bookings;
    private final SeriesBookings series;
    private final BookingResources resources;
    private final Trainers trainers;
    private final Users users;

    BookingController(
            Bookings bookings, SeriesBookings series, BookingResources resources, Trainers trainers, Users users) {
        this.bookings = bookings;
        this.series = series;
        this.resources = resources;
        this.trainers = trainers;
        this.users = users;
    }

    record BookingRequest(
            @NotNull Long trainerId,
            @NotNull Long clientId,

            @NotNull @Schema(type = "string", format = "date-time")
            String startsAt,

            @Nullable Integer minutes,
            @Nullable @Valid BookingPrice price,
            @Nullable String note,
            @Nullable Long locationId,
            @Nullable @Valid RepeatRequest repeat) {}

    /** @param skipConflicts false unless it is said */
    record RepeatRequest(
            @NotNull @Schema(minimum = "2", maximum = "52") Integer weeks,
            @Nullable Boolean skipConflicts) {}

    record BookingPrice(
            @NotNull Long amount,
            @NotNull @Pattern(regexp = "RUB") String currency) {}

    record AnswerRequest(
            @Nullable Integer version, @Nullable String reason) {}

    record EditRequest(
            @Nullable Integer version,

            @Schema(type = "string", format = "date-time") @Nullable String startsAt,

            @Nullable Integer minutes,
            @Nullable @Valid BookingPrice price,
            @Nullable String note,
            @Schema(description = SCOPES) @Nullable String scope) {}

    record VersionRequest(@Nullable Integer version) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BookingResource> create(
            @AuthenticationPrincipal Caller caller, @RequestBody @Valid BookingRequest request) {
        Instant startsAt = Inputs.moment("starts_at", request.startsAt());
        boolean asTrainer = request.trainerId() == caller.telegramId();
        if (!asTrainer && request.clientId() != caller.telegramId()) {
            throw DomainException.notFound();
        }
        Actor actor = asTrainer ? Actor.trainer(caller.userId()) : Actor.client(caller.userId());
        NewBooking wish = new NewBooking(
                trainers.byTelegramId(request.trainerId()).userId(),
                asTrainer ? client(request.clientId()) : caller.userId(),
                startsAt,
                request.minutes(),
                request.price() == null ? null : Money.rubles(request.price().amount()),
                request.note(),
                request.locationId());
        RepeatRequest repeat = request.repeat();
        BookingInfo created = repeat == null
                ? bookings.create(actor, wish)
                : series.create(actor, wish, new Repeat(repeat.weeks(), Boolean.TRUE.equals(repeat.skipConflicts())));
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + created.id()))
                .body(resources.of(created, caller));
    }

    @GetMapping("/trainer/{telegramId}")
    Page<BookingResource> ofTrainer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Set<BookingStatus> status,
            @Parameter(description = "Telegram id") @RequestParam(required = false) @Nullable Long client,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        TrainerProfile trainer = Own.trainer(trainers, caller, telegramId);
        if (date != null && (from != null || to != null)) {
            throw DomainException.invalid("date", "invalid");
        }
        BookingFilter filter = BookingFilter.days(
                date != null ? date : from,
                date != null ? date : to,
                trainer.timezone(),
                status == null ? Set.of() : status);
        BookingKey after = Inputs.bookingKey(cursor);
        if (client == null) {
            return page(bookings.ofTrainer(caller.userId(), filter, after, limit + 1), limit, caller);
        }
        List<BookingInfo> found = users.find(client)
                .map(user -> bookings.ofTrainer(caller.userId(), filter.with(user.id()), after, limit + 1))
                .orElse(List.of());
        return page(found, limit, caller);
    }

    @GetMapping("/client/{telegramId}")
    Page<BookingResource> ofClient(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam(defaultValue = "upcoming") @Pattern(regexp = "upcoming|history") String scope,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Own.require(caller, telegramId);
        BookingKey after = Inputs.bookingKey(cursor);
        List<BookingInfo> found = scope.equals("upcoming")
                ? bookings.upcoming(caller.userId(), after, limit + 1)
                : bookings.past(caller.userId(), after, limit + 1);
        return page(found, limit, caller);
    }

    @GetMapping("/{id}")
    BookingResource one(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        bookings.participant(id, caller.userId());
        return resources.of(bookings.get(id), bookings.history(id), caller);
    }

    @PutMapping("/{id}")
    BookingResource edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody @Valid EditRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Actor actor = actor(caller, id);
        int version = Versions.named(request.version(), ifMatch);
        BookingEdit wish = new BookingEdit(
                request.startsAt() == null ? null : Inputs.moment("starts_at", request.startsAt()),
                request.minutes(),
                request.price() == null ? null : Money.rubles(request.price().amount()),
                request.note());
        return resources.of(series.edit(actor, id, version, wish, Inputs.scope(request.scope())), caller);
    }

    @PutMapping("/{id}/confirm")
    BookingResource confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable AnswerRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = Versions.named(request == null ? null : request.version(), ifMatch);
        return resources.of(bookings.confirm(actor(caller, id), id, version), caller);
    }

    @PutMapping("/{id}/decline")
    BookingResource decline(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable AnswerRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = Versions.named(request == null ? null : request.version(), ifMatch);
        String reason = request == null ? null : request.reason();
        return resources.of(bookings.decline(actor(caller, id), id, version, reason), caller);
    }

    @PutMapping("/{id}/complete")
    BookingResource complete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable VersionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = Versions.named(request == null ? null : request.version(), ifMatch);
        return resources.of(bookings.complete(actor(caller, id), id, version), caller);
    }

    @PutMapping("/{id}/no-show")
    BookingResource noShow(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable VersionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = Versions.named(request == null ? null : request.version(), ifMatch);
        return resources.of(bookings.noShow(actor(caller, id), id, version), caller);
    }

    @DeleteMapping("/{id}")
    BookingResource cancel(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = SCOPES) @RequestParam(defaultValue = "this") String scope,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Actor actor = actor(caller, id);
        return resources.of(
                series.cancel(actor, id, Versions.named(version, ifMatch), reason, Inputs.scope(scope)), caller);
    }

    private Actor actor(Caller caller, UUID id) {
        return bookings.participant(id, caller.userId());
    }

    /** Nobody learns whether a Telegram id is known: a stranger is simply not on the roster. */
    private long client(long telegramId) {
        return users.find(telegramId)
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_ON_ROSTER))
                .id();
    }

    private Page<BookingResource> page(List<BookingInfo> found, int limit, Caller caller) {
        Page<BookingInfo> page = Page.of(found, limit, Inputs::cursor);
        return new Page<>(resources.of(page.items(), caller), page.nextCursor());
    }
}
