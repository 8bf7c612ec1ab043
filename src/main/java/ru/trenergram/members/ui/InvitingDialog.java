package ru.trenergram.members.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Once;
import ru.trenergram.clubs.TrainerInvitation;
import ru.trenergram.clubs.TrainerInvitations;
import ru.trenergram.members.ui.TrainerInviting.Invitation;

/** Makes a link and a QR code with which trainers join the club, and takes back those that are open. */
class InvitingDialog extends Dialog {

    private final transient TrainerInviting inviting;
    private final long staffId;
    private final long clubId;
    private final Div made = new Div();
    private final Div open = new Div();

    InvitingDialog(TrainerInviting inviting, long staffId, long clubId) {
        this.inviting = inviting;
        this.staffId = staffId;
        this.clubId = clubId;
        setHeaderTitle(getTranslation("people.invite.title"));
        setMaxWidth("min(520px, calc(100vw - 32px))");
        addClassName("inviting");
        getFooter().add(new Button(getTranslation("people.close"), click -> close()));

        int room = inviting.room(staffId, clubId);
        if (room == 0) {
            add(new Paragraph(getTranslation("panel.trainers.limit")));
        } else {
            add(new Paragraph(getTranslation("people.invite.how", TrainerInvitations.LIFETIME.toDays())), form(room));
        }
        made.addClassName("made");
        open.addClassName("open-invitations");
        add(made, open);
        showOpen();
    }

    private Div form(int room) {
        var places = new IntegerField(getTranslation("people.invite.places"));
        places.setMin(1);
        places.setMax(room);
        places.setValue(1);
        places.setStepButtonsVisible(true);
        places.setHelperText(getTranslation("people.invite.room", room));
        places.setI18n(new IntegerField.IntegerFieldI18n()
                .setMinErrorMessage(getTranslation("people.invite.range", room))
                .setMaxErrorMessage(getTranslation("people.invite.range", room))
                .setBadInputErrorMessage(getTranslation("people.invite.range", room)));
        var make = new Button(getTranslation("people.invite.make"));
        Once.on(make, this, () -> {
            if (places.getValue() != null && !places.isInvalid()) {
                make(places.getValue());
            }
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(places, make);
        form.addClassName("form-line");
        return form;
    }

    private void make(int places) {
        try {
            show(inviting.make(staffId, clubId, places));
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.TRAINER_LIMIT_REACHED) {
                throw refusal;
            }
            Notices.refused(getTranslation("panel.trainers.limit"));
        }
        showOpen();
    }

    private void show(Invitation invitation) {
        var link = new TextField(getTranslation("people.invite.link"));
        link.setValue(invitation.link());
        link.setReadOnly(true);
        link.setWidthFull();
        var copy = new Button(getTranslation("people.copy"), click -> {
            UI.getCurrent().getPage().executeJs("navigator.clipboard.writeText($0)", invitation.link());
            Notices.done(getTranslation("people.copied"));
        });
        var line = new Div(link, copy);
        line.addClassName("form-line");
        var picture = new Div(new Svg(invitation.picture()));
        picture.addClassName("qr");
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", getTranslation("people.invite.qr"));
        made.removeAll();
        made.add(line, picture, new Paragraph(getTranslation("people.invite.once")));
    }

    private void showOpen() {
        List<TrainerInvitation> invitations = inviting.open(staffId, clubId);
        open.removeAll();
        if (!invitations.isEmpty()) {
            open.add(new H3(getTranslation("people.invite.open")));
            invitations.forEach(invitation -> open.add(line(invitation)));
        }
    }

    private Div line(TrainerInvitation invitation) {
        LocalDate until =
                LocalDate.ofInstant(invitation.expiresAt(), invitation.club().timezone());
        String about = getTranslation(
                "people.invite.open.line", invitation.taken(), invitation.places(), Formats.date(until, getLocale()));
        var revoke = new Button(getTranslation("people.invite.revoke"), click -> {
            inviting.revoke(staffId, clubId, invitation.id());
            showOpen();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel(getTranslation("people.invite.revoke") + ": " + about);
        var line = new Div(new Span(about), revoke);
        line.addClassName("form-line");
        return line;
    }
}
