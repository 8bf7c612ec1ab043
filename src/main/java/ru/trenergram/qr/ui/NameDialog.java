package ru.trenergram.qr.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Once;

/** Asks where a code will hang. */
class NameDialog extends Dialog {

    private final TextField name = new TextField();
    private final SerializableConsumer<String> save;

    /** @param save throws what the service throws; then the dialog stays, with what was typed */
    NameDialog(String title, String present, SerializableConsumer<String> save) {
        this.save = save;
        setHeaderTitle(title);
        setWidth("min(420px, 94vw)");
        name.setLabel(getTranslation("qr.panel.name"));
        name.setHelperText(getTranslation("qr.panel.name.what"));
        name.setValue(present);
        name.setWidthFull();
        add(name);
        var button = new Button(getTranslation("club.save"));
        Once.on(button, this, this::save);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("club.cancel"), click -> close()), button);
        name.focus();
    }

    private void save() {
        try {
            save.accept(name.getValue());
            close();
        } catch (DomainException refusal) {
            name.setErrorMessage(
                    refusal.errors().isEmpty()
                            ? getTranslation(refusal.code().messageKey(), refusal.arguments())
                            : getTranslation(
                                    "field." + refusal.errors().getFirst().code(),
                                    refusal.errors().getFirst().arguments()));
            name.setInvalid(true);
        }
    }
}
