package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Set;
import ru.trenergram.base.ui.Once;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffRole;

/** First the role, then the link to pass on, which is shown this once. */
class InviteDialog extends Dialog {

    private final SerializableFunction<StaffRole, String> link;

    InviteDialog(Set<StaffRole> roles, SerializableFunction<StaffRole, String> link, SerializableRunnable closed) {
        this.link = link;
        setHeaderTitle(getTranslation("club.staff.invite"));
        setWidth("min(460px, 94vw)");
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });

        var role = new RadioButtonGroup<StaffRole>();
        role.setLabel(getTranslation("club.staff.role"));
        role.setItems(roles);
        role.setRenderer(new ComponentRenderer<>(this::explained));
        role.addClassName("roles");
        var make = new Button(getTranslation("club.invite.make"));
        Once.on(make, this, () -> {
            if (role.getValue() == null) {
                role.setErrorMessage(getTranslation("club.invite.choose"));
                role.setInvalid(true);
            } else {
                showLink(role.getValue());
            }
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        role.addValueChangeListener(change -> role.setInvalid(false));
        add(role);
        getFooter().add(new Button(getTranslation("club.cancel"), click -> close()), make);
    }

    private Div explained(StaffRole role) {
        var name = new Span(getTranslation(role.messageKey()));
        var may = new Span(getTranslation(role.messageKey() + ".may"));
        may.addClassName("note");
        var item = new Div(name, may);
        item.addClassName("explained");
        return item;
    }

    private void showLink(StaffRole role) {
        var address = new TextField(getTranslation("club.invite.link"), link.apply(role), "");
        address.setReadOnly(true);
        address.setWidthFull();
        var copy = new Button(getTranslation("club.invite.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", address.getValue());
            copy.setText(getTranslation("club.invite.copied"));
        });
        removeAll();
        getFooter().removeAll();
        add(
                address,
                new Paragraph(getTranslation(
                        "club.invite.how", getTranslation(role.messageKey()), StaffInvitations.LIFETIME.toDays())));
        getFooter().add(new Button(getTranslation("club.close"), click -> close()), copy);
        copy.focus();
    }
}
