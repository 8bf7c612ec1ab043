package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Map;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Notices;

/** Puts a service's refusal where it belongs: at its fields, else over the page. */
final class FieldErrors {

    private FieldErrors() {}

    /** @param fields by their names in the service's errors */
    static void show(DomainException refusal, Map<String, TextField> fields) {
        boolean told = false;
        for (DomainException.FieldError error : refusal.errors()) {
            String text = I18NProvider.translate("field." + error.code(), error.arguments());
            TextField field = fields.get(error.field());
            if (field == null) {
                Notices.refused(text);
            } else {
                field.setErrorMessage(text);
                field.setInvalid(true);
                field.focus();
            }
            told = true;
        }
        if (!told) {
            Notices.refused(I18NProvider.translate(refusal.code().messageKey(), refusal.arguments()));
        }
    }
}
