package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;

/** A field for a whole number, with buttons for one more and one less. */
class Whole extends IntegerField {

    private final String name;

    /** @param name of the field in the service's refusals */
    Whole(String name, String label, int value) {
        super(label);
        this.name = name;
        setStepButtonsVisible(true);
        setValue(value);
    }

    /** @throws DomainException {@code validation_failed} when there is none */
    int number() {
        @Nullable Integer value = getValue();
        if (value == null) {
            throw DomainException.invalid(name, "required");
        }
        return value;
    }
}
