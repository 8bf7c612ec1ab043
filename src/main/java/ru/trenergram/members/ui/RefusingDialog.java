package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import ru.trenergram.base.ui.Once;
import ru.trenergram.clubs.ClubTrainers;

/** Why a trainer is refused, which they are told. */
class RefusingDialog extends Dialog {

    RefusingDialog(String trainer, SerializableConsumer<String> refuse) {
        setHeaderTitle(getTranslation("people.trainer.refuse.title", trainer));
        setMaxWidth("min(480px, calc(100vw - 32px))");
        var reason = new TextArea(getTranslation("people.trainer.refuse.reason"));
        reason.setHelperText(getTranslation("people.trainer.refuse.told"));
        reason.setMaxLength(ClubTrainers.MAX_REASON);
        reason.setWidthFull();
        add(new Paragraph(getTranslation("people.trainer.refuse.what")), reason);

        var confirm = new Button(getTranslation("people.trainer.refuse"));
        Once.on(confirm, this, () -> {
            close();
            refuse.accept(reason.getValue());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), confirm);
    }
}
