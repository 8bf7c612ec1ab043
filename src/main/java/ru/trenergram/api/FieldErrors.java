package ru.trenergram.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import ru.trenergram.base.DomainException.FieldError;

/** Bean Validation's constraints as the API's field codes. */
final class FieldErrors {

    private FieldErrors() {}

    /**
     * @param codes Spring's, the last of which is the constraint's plain name
     * @param arguments of the constraint in the alphabetical order of its attributes, behind the field itself
     */
    static FieldError of(String field, String @Nullable [] codes, Object @Nullable [] arguments) {
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        Object[] values = arguments == null
                ? new Object[0]
                : Arrays.stream(arguments)
                        .filter(argument -> !(argument instanceof DefaultMessageSourceResolvable))
                        .toArray();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> new FieldError(field, "required");
            case "Min", "DecimalMin", "Positive" -> new FieldError(field, "min", values);
            case "Max", "DecimalMax" -> new FieldError(field, "max", values);
            case "Size" ->
                values.length == 2
                        ? new FieldError(field, "size", values[1], values[0])
                        : new FieldError(field, "invalid");
            case "typeMismatch" -> new FieldError(field, "type");
            default -> new FieldError(field, "invalid");
        };
    }
}
