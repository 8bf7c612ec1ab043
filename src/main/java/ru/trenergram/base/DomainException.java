package ru.trenergram.base;

import java.util.List;

/** A rule of the product said no. Adapters tell it to the person in their language; nothing else is wrong. */
public class DomainException extends RuntimeException {

    private final ErrorCode code;
    private final transient Object[] arguments;
    private final transient List<FieldError> errors;

    public DomainException(ErrorCode code, Object... arguments) {
        this(code, List.of(), arguments);
    }

    private DomainException(ErrorCode code, List<FieldError> errors, Object... arguments) {
        super(code.code());
        this.code = code;
        this.errors = errors;
        this.arguments = arguments;
    }

    /** What the caller may not even know of. */
    public static DomainException notFound() {
        return new DomainException(ErrorCode.NOT_FOUND);
    }

    /** One field of the input is wrong; {@code code} is looked up as {@code field.<code>} in the message bundles. */
    public static DomainException invalid(String field, String code, Object... arguments) {
        return new DomainException(ErrorCode.VALIDATION_FAILED, List.of(new FieldError(field, code, arguments)));
    }

    public ErrorCode code() {
        return code;
    }

    /** For the placeholders of the sentence. */
    public Object[] arguments() {
        return arguments;
    }

    /** The fields that are wrong; empty but for {@link ErrorCode#VALIDATION_FAILED}. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * @param field its name in the API, {@code snake_case}
     * @param code of the error, as in {@code field.<code>}
     */
    public record FieldError(String field, String code, Object... arguments) {}
}
