package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.DomainException.FieldError;
import ru.trenergram.base.ui.Once;

/**
 * A short form over a page. While the service refuses, it stays open with what was typed, and says at each field what is
 * wrong with it.
 */
class FormDialog extends Dialog {

    private final Div body = new Div();
    private final Paragraph refusal = new Paragraph();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Button save = new Button();

    /**
     * @param title what is about to happen
     * @param verb on the button that does it
     */
    FormDialog(String title, String verb, SerializableRunnable deed) {
        setHeaderTitle(title);
        setWidth("min(480px, 94vw)");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        body.addClassName("ask");
        add(body, refusal);

        save.setText(verb);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Once.on(save, this, () -> attempt(deed));
        getFooter().add(new Button(getTranslation("panel.date.cancel"), click -> close()), save);
    }

    /** Text between the fields. */
    FormDialog with(Component... components) {
        body.add(components);
        return this;
    }

    /** @param name of the field in the service's refusals */
    <F extends Component & HasValidation> FormDialog field(String name, F field) {
        fields.put(name, field);
        body.add(field);
        return this;
    }

    FormDialog dangerous() {
        save.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    /** There is nothing to do but to read. */
    FormDialog withoutDeed() {
        save.setVisible(false);
        return this;
    }

    private void attempt(SerializableRunnable deed) {
        refusal.setVisible(false);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            deed.run();
            close();
        } catch (DomainException refused) {
            tell(refused);
        }
    }

    private void tell(DomainException refused) {
        boolean shown = !refused.errors().isEmpty();
        for (FieldError error : refused.errors()) {
            HasValidation field = fields.get(error.field());
            if (field == null) {
                shown = false;
            } else {
                field.setErrorMessage(getTranslation("field." + error.code(), error.arguments()));
                field.setInvalid(true);
            }
        }
        if (!shown) {
            refusal.setText(getTranslation(refused.code().messageKey(), refused.arguments()));
            refusal.setVisible(true);
        }
    }
}
