package ru.trenergram.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.DomainException.FieldError;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.StaleVersionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every "no" of the API as {@code application/problem+json} (API.md, "Errors"), in the language of the request. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MessageSource texts;

    ProblemAdvice(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DomainException refusal, Locale locale) {
        return problem(refusal.code(), locale, refusal.errors(), refusal.arguments());
    }

    /** With the state as it is now, so that a screen can show it at once. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StaleVersionException stale, Locale locale) {
        ResponseEntity<ProblemDetail> answer = on((DomainException) stale, locale);
        Objects.requireNonNull(answer.getBody()).setProperty("current", stale.current());
        return answer;
    }

    /** A body that is no JSON, or JSON of which one field is of another kind than it should be, or no {@link WholeText}. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getMostSpecificCause() instanceof DomainException refusal) {
            return on(refusal, locale);
        }
        if (unreadable.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            String code = mismatch.getCause() instanceof MalformedInputException ? "invalid" : "type";
            return invalid(locale, new FieldError(path(mismatch.getPath()), code));
        }
        return problem(ErrorCode.MALFORMED_REQUEST, locale, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingRequestValueException missing, Locale locale) {
        String field = missing instanceof org.springframework.web.bind.MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : "";
        return invalid(locale, new FieldError(field, "required"));
    }

    /** An id in the address that is no id leads nowhere; a query parameter that cannot be read is an error of its own. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? problem(ErrorCode.NOT_FOUND, locale, List.of())
                : invalid(locale, new FieldError(mismatch.getName(), "type"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid, Locale locale) {
        List<FieldError> errors = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            if (result instanceof BindingResult binding) {
                binding.getAllErrors().forEach(error -> errors.add(fieldError(error)));
            } else {
                String parameter = String.valueOf(result.getMethodParameter().getParameterName());
                result.getResolvableErrors()
                        .forEach(error -> errors.add(
                                FieldErrors.of(Spelling.snakeCase(parameter), error.getCodes(), error.getArguments())));
            }
        });
        return problem(ErrorCode.VALIDATION_FAILED, locale, errors);
    }

    /** Everything that Spring itself refuses. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> on(Exception failure, Locale locale) {
        if (failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null; // who hung up hears no answer
        }
        if (failure instanceof BindingResult binding) {
            return problem(
                    ErrorCode.VALIDATION_FAILED,
                    locale,
                    binding.getAllErrors().stream()
                            .map(ProblemAdvice::fieldError)
                            .toList());
        }
        if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            return problem(code(refused.getStatusCode()), locale, List.of());
        }
        if (failure instanceof InvalidParameterException || failure instanceof MultipartException) {
            return problem(ErrorCode.MALFORMED_REQUEST, locale, List.of());
        }
        if (isBadData(failure)) {
            return problem(ErrorCode.VALIDATION_FAILED, locale, List.of());
        }
        if (isUnavailable(failure)) {
            // without the stack trace: while the database is gone every request would leave one
            log.warn("The database cannot serve a request: {}", failure.getMessage());
            return problem(ErrorCode.UNAVAILABLE, locale, List.of());
        }
        log.error("A request failed", failure);
        return problem(ErrorCode.INTERNAL, locale, List.of());
    }

    /** Text that PostgreSQL cannot keep: a zero character, in the body or in the address (SQLSTATE class 22). */
    private static boolean isBadData(Exception failure) {
        return failure instanceof DataAccessException
                && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22");
    }

    /**
     * The database is gone, going or coming, or has nothing left to give (SQLSTATE classes 08, 53, 57, 58); the pool has
     * no SQLSTATE for a connection that it took away.
     */
    private static boolean isUnavailable(Exception failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                        .anyMatch(state -> state.matches("null|(08|53|57|58)..."));
    }

    private static ErrorCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> ErrorCode.MALFORMED_REQUEST;
            case 401 -> ErrorCode.UNAUTHORIZED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ErrorCode.NOT_FOUND;
        };
    }

    private ResponseEntity<ProblemDetail> invalid(Locale locale, FieldError error) {
        return problem(ErrorCode.VALIDATION_FAILED, locale, List.of(error));
    }

    private ResponseEntity<ProblemDetail> problem(
            ErrorCode code, Locale locale, List<FieldError> errors, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(code.status()), texts.getMessage(code.messageKey(), arguments, locale));
        problem.setType(URI.create("urn:trenergram:error:" + code.code()));
        problem.setProperty("code", code.code());
        problem.setProperty("trace_id", MDC.get(TraceFilter.TRACE_ID));
        if (!errors.isEmpty()) {
            problem.setProperty(
                    "errors",
                    errors.stream().map(error -> describe(error, locale)).toList());
        }
        return ResponseEntity.status(code.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Map<String, @Nullable String> describe(FieldError error, Locale locale) {
        String fallback = texts.getMessage("field.invalid", null, locale);
        String message = texts.getMessage("field." + error.code(), error.arguments(), fallback, locale);
        return Map.of("field", error.field(), "code", error.code(), "message", String.valueOf(message));
    }

    private static FieldError fieldError(ObjectError error) {
        String field = error instanceof org.springframework.validation.FieldError named
                ? named.getField()
                : error.getObjectName();
        return FieldErrors.of(Spelling.snakeCase(field), error.getCodes(), error.getArguments());
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
