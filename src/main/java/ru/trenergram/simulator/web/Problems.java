package ru.trenergram.simulator.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;

/** Refusals of the page's API as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@WhenSimulated
class Problems {

    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail on(SimulatorProblem problem, Locale locale) {
        var told = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.status()),
                texts.getMessage("simulator.problem." + problem.code(), null, locale));
        told.setProperty("code", problem.code());
        return told;
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unreadable(Locale locale) {
        return on(SimulatorProblem.malformed(), locale);
    }

    /** An id that is no number is nobody's. */
    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        boolean person = "personId".equals(mismatch.getName());
        return on(person ? SimulatorProblem.notFound("person") : SimulatorProblem.malformed(), locale);
    }
}
