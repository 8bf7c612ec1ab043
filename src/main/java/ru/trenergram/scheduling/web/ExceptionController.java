package ru.trenergram.scheduling.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Page;
import ru.trenergram.base.Versioned;
import ru.trenergram.base.Versions;
import ru.trenergram.scheduling.WorkingException;
import ru.trenergram.scheduling.WorkingExceptions;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Trainers;

/** The caller's days off and extra hours (API.md, "Schedule and slots"). */
@RestController
@RequestMapping("/api/v1/slots/exceptions")
class ExceptionController {

    private final WorkingExceptions exceptions;
    private final BookingResources bookings;
    private final Trainers trainers;

    ExceptionController(WorkingExceptions exceptions, BookingResources bookings, Trainers trainers) {
        this.exceptions = exceptions;
        this.bookings = bookings;
        this.trainers = trainers;
    }

    /**
     * @param dateTo included
     * @param from with {@code to}: these hours of each of the dates; for days off as a whole both are left out
     * @param version of the exception; it may be left out
     */
    record ExceptionRequest(
            @NotNull @Pattern(regexp = "off|extra") String kind,

            @NotNull @Schema(type = "string", format = "date")
            String dateFrom,

            @NotNull @Schema(type = "string", format = "date")
            String dateTo,

            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** @param conflicts bookings ahead that time off lies over; in the answer to a change only */
    record ExceptionResource(
            long id,
            @Schema(allowableValues = {"off", "extra"}) String kind,
            LocalDate dateFrom,
            LocalDate dateTo,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            Integer version,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BookingResource> conflicts)
            implements Versioned {}

    @GetMapping
    Page<ExceptionResource> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        long trainerId = Own.trainer(trainers, caller).userId();
        List<WorkingException> found = exceptions.list(trainerId, from, to, key(cursor), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(last.firstDate(), last.id()))
                .map(exception -> resource(exception, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ExceptionResource> add(
            @AuthenticationPrincipal Caller caller, @RequestBody @Valid ExceptionRequest request) {
        long trainerId = Own.trainer(trainers, caller).userId();
        WorkingException added = exceptions.add(trainerId, wish(request));
        return ResponseEntity.created(URI.create("/api/v1/slots/exceptions/" + added.id()))
                .body(withConflicts(added, caller));
    }

    @PutMapping("/{id}")
    ExceptionResource change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody @Valid ExceptionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        long trainerId = Own.trainer(trainers, caller).userId();
        Integer version = Versions.namedIfAny(request.version(), ifMatch);
        return withConflicts(exceptions.change(trainerId, id, wish(request), version), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        exceptions.remove(Own.trainer(trainers, caller).userId(), id);
    }

    private ExceptionResource withConflicts(WorkingException exception, Caller caller) {
        return resource(exception, bookings.of(exceptions.conflicts(caller.userId(), exception), caller));
    }

    private static ExceptionResource resource(WorkingException exception, @Nullable List<BookingResource> conflicts) {
        return new ExceptionResource(
                exception.id(),
                exception.kind().name().toLowerCase(Locale.ROOT),
                exception.firstDate(),
                exception.lastDate(),
                exception.from() == null ? null : TimesOfDay.text(exception.from()),
                exception.to() == null ? null : TimesOfDay.text(exception.to()),
                exception.reason(),
                exception.version(),
                conflicts);
    }

    private static WorkingExceptions.Wish wish(ExceptionRequest request) {
        return new WorkingExceptions.Wish(
                WorkingException.Kind.valueOf(request.kind().toUpperCase(Locale.ROOT)),
                Inputs.date("date_from", request.dateFrom()),
                Inputs.date("date_to", request.dateTo()),
                request.from() == null ? null : TimesOfDay.minute("from", request.from()),
                request.to() == null ? null : TimesOfDay.minute("to", request.to()),
                request.reason());
    }

    private static WorkingExceptions.@Nullable Key key(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            LocalDate date = LocalDate.parse(keys.getFirst());
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw DomainException.invalid("cursor", "invalid");
            }
            return new WorkingExceptions.Key(date, Long.parseLong(keys.getLast()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
