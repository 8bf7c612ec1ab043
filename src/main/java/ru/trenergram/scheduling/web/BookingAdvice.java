package ru.trenergram.scheduling.web;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import ru.trenergram.base.DomainException;
import ru.trenergram.scheduling.SeriesConflictException;
import ru.trenergram.scheduling.StaleBookingException;
import ru.trenergram.security.Caller;

/** The problems that say more than a sentence, so that a screen can show at once how things stand. */
@RestControllerAdvice(basePackageClasses = BookingAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class BookingAdvice {

    private final BookingResources resources;
    private final MessageSource texts;

    BookingAdvice(BookingResources resources, MessageSource texts) {
        this.resources = resources;
        this.texts = texts;
    }

    /** {@code stale_version} with the booking as it is now. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            StaleBookingException stale, @AuthenticationPrincipal Caller caller, Locale locale) {
        return problem(stale, locale, "current", resources.of(stale.current(), caller));
    }

    /** {@code series_conflict} with the weeks that stand in the way. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(SeriesConflictException refused, Locale locale) {
        return problem(
                refused,
                locale,
                "conflicts",
                refused.conflicts().stream()
                        .map(conflict -> new Conflict(
                                BookingResources.at(conflict.startsAt(), refused.zone()),
                                BookingResources.lowerCase(conflict.reason())))
                        .toList());
    }

    private record Conflict(OffsetDateTime startsAt, String reason) {}

    private ResponseEntity<ProblemDetail> problem(
            DomainException refusal, Locale locale, String property, Object value) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(refusal.code().status()),
                texts.getMessage(refusal.code().messageKey(), refusal.arguments(), locale));
        problem.setType(URI.create("urn:trenergram:error:" + refusal.code().code()));
        problem.setProperty("code", refusal.code().code());
        problem.setProperty("trace_id", MDC.get("trace_id"));
        problem.setProperty(property, value);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
