package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Once;
import ru.trenergram.members.MemberDetails;

/** Enters a client by name and phone; the rest is written on their card. */
class NewClientDialog extends Dialog {

    NewClientDialog(SerializableConsumer<MemberDetails> enter) {
        setHeaderTitle(getTranslation("people.clients.add"));
        setMaxWidth("min(420px, calc(100vw - 32px))");
        var name = FieldErrors.forgiving(new TextField(getTranslation("people.name")));
        name.setRequired(true);
        name.setMaxLength(MemberDetails.MAX_NAME);
        name.setWidthFull();
        name.focus();
        var phone = FieldErrors.forgiving(new TextField(getTranslation("people.phone")));
        phone.setHelperText(getTranslation("people.phone.help"));
        phone.setWidthFull();
        add(name, phone);

        var save = new Button(getTranslation("people.save"));
        Once.on(save, this, () -> {
            try {
                enter.accept(new MemberDetails(name.getValue(), phone.getValue(), null, List.of(), null));
                close();
            } catch (DomainException refusal) {
                FieldErrors.show(refusal, field -> field.equals("phone") ? phone : name);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), save);
    }
}
