package ru.trenergram.members.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** Shows what the service finds wrong with a form, each sentence at its field. */
final class FieldErrors {

    private FieldErrors() {}

    /**
     * @param fieldOf the field of the form for a name of the service's; null when it has none
     * @throws DomainException the refusal itself, when it is of another kind or of a field that is not there
     */
    static void show(DomainException refusal, Function<String, @Nullable HasValidationProperties> fieldOf) {
        if (refusal.code() != ErrorCode.VALIDATION_FAILED) {
            throw refusal;
        }
        for (DomainException.FieldError error : refusal.errors()) {
            HasValidationProperties field = fieldOf.apply(error.field());
            if (field == null) {
                throw refusal;
            }
            field.setErrorMessage(I18NProvider.translate("field." + error.code(), error.arguments()));
            field.setInvalid(true);
        }
    }

    /** What was wrong is not, once it is changed. */
    static <F extends HasValidationProperties & HasValue<?, ?>> F forgiving(F field) {
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
