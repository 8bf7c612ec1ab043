package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffInvitation;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.users.UserInfo;

/** Invitations that wait for their answer. Their links cannot be read again: only a hash of them is kept. */
class InvitationGrid extends Grid<StaffInvitation> {

    private final transient Membership reader;
    private final SerializableConsumer<StaffInvitation> revoke;

    InvitationGrid(
            List<StaffInvitation> open,
            Map<Long, UserInfo> inviters,
            Membership reader,
            SerializableConsumer<StaffInvitation> revoke) {
        super(StaffInvitation.class, false);
        this.reader = reader;
        this.revoke = revoke;
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);

        addColumn(invitation -> getTranslation(invitation.role().messageKey()))
                .setHeader(getTranslation("club.staff.role"));
        addColumn(invitation -> name(inviters, invitation)).setHeader(getTranslation("club.invitation.by"));
        addColumn(invitation -> date(invitation.expiresAt().minus(StaffInvitations.LIFETIME)))
                .setHeader(getTranslation("club.invitation.made"));
        addColumn(invitation -> date(invitation.expiresAt())).setHeader(getTranslation("club.invitation.expires"));
        addComponentColumn(this::revocation).setAutoWidth(true).setFlexGrow(0);
        Narrow.compact(this, addComponentColumn(invitation -> {
            var card = new Div(
                    new Span(getTranslation(invitation.role().messageKey())),
                    revocation(invitation),
                    new Span(name(inviters, invitation)),
                    new Span(getTranslation("club.invitation.until", date(invitation.expiresAt()))));
            card.addClassName("row-card");
            return card;
        }));
        setItems(open);
    }

    private Component revocation(StaffInvitation invitation) {
        if (!reader.role().invites().contains(invitation.role())) {
            return new Span();
        }
        var button = new Button(getTranslation("club.invitation.revoke"), click -> revoke.accept(invitation));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private static String name(Map<Long, UserInfo> people, StaffInvitation invitation) {
        UserInfo inviter = people.get(invitation.invitedBy());
        return inviter == null ? "–" : inviter.person().fullName();
    }

    private String date(Instant moment) {
        return Formats.date(LocalDate.ofInstant(moment, reader.club().timezone()), getLocale());
    }
}
