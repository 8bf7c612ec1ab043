package ru.trenergram.scheduling.web;

import java.net.URI;
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
import ru.trenergram.scheduling.StaleBookingException;
import ru.trenergram.security.Caller;

/** The problem {@code stale_version} with the booking as it is now, so that a screen can show it at once. */
@RestControllerAdvice(basePackageClasses = StaleBookingAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaleBookingAdvice {

    private final BookingResources resources;
    private final MessageSource texts;

    StaleBookingAdvice(BookingResources resources, MessageSource texts) {
        this.resources = resources;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            StaleBookingException stale, @AuthenticationPrincipal Caller caller, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(stale.code().status()),
                texts.getMessage(stale.code().messageKey(), stale.arguments(), locale));
        problem.setType(URI.create("urn:trenergram:error:" + stale.code().code()));
        problem.setProperty("code", stale.code().code());
        problem.setProperty("trace_id", MDC.get("trace_id"));
        problem.setProperty("current", resources.of(stale.current(), caller));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
