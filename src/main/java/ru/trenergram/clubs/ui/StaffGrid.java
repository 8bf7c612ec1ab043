package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.clubs.StaffMember;
import ru.trenergram.clubs.StaffRole;

/** The staff, with what the reader may do about each. */
class StaffGrid extends Grid<StaffMember> {

    private final Set<StaffRole> mayInvite;
    private final long readerId;
    private final ZoneId zone;
    private final SerializableBiConsumer<StaffMember, StaffRole> changeRole;
    private final SerializableConsumer<StaffMember> remove;

    StaffGrid(
            List<StaffMember> staff,
            StaffRole reader,
            long readerId,
            ZoneId zone,
            SerializableBiConsumer<StaffMember, StaffRole> changeRole,
            SerializableConsumer<StaffMember> remove) {
        super(StaffMember.class, false);
        this.mayInvite = reader.invites();
        this.readerId = readerId;
        this.zone = zone;
        this.changeRole = changeRole;
        this.remove = remove;
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true); // a club has some, not hundreds

        addColumn(this::name).setHeader(getTranslation("club.staff.name")).setFlexGrow(2);
        addComponentColumn(this::role)
                .setHeader(getTranslation("club.staff.role"))
                .setWidth("240px")
                .setFlexGrow(0);
        addColumn(this::since).setHeader(getTranslation("club.staff.since")).setFlexGrow(1);
        addComponentColumn(this::removal).setAutoWidth(true).setFlexGrow(0);
        Narrow.compact(this, addComponentColumn(this::card));
        setItems(staff);
    }

    private String name(StaffMember member) {
        return member.userId() == readerId ? getTranslation("club.staff.you", member.name()) : member.name();
    }

    private String since(StaffMember member) {
        return Formats.date(LocalDate.ofInstant(member.since(), zone), getLocale());
    }

    private Component role(StaffMember member) {
        if (!mayInvite.contains(member.role())) {
            return new Span(getTranslation(member.role().messageKey()));
        }
        var role = new Select<StaffRole>();
        role.setAriaLabel(getTranslation("club.staff.role.of", member.name()));
        role.setItems(
                Arrays.stream(StaffRole.values()).filter(mayInvite::contains).toList());
        role.setItemLabelGenerator(it -> getTranslation(it.messageKey()));
        role.setValue(member.role());
        role.setWidthFull();
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changeRole.accept(member, change.getValue());
            }
        });
        return role;
    }

    private Component removal(StaffMember member) {
        boolean self = member.userId() == readerId;
        if (!self && !mayInvite.contains(member.role())) {
            return new Span();
        }
        String verb = getTranslation(self ? "club.staff.leave" : "club.staff.remove");
        var button = new Button(verb, click -> remove.accept(member));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        button.setAriaLabel(verb + ": " + member.name());
        return button;
    }

    private Component card(StaffMember member) {
        var card = new Div(new Span(name(member)), new Span(since(member)), role(member), removal(member));
        card.addClassName("row-card");
        return card;
    }
}
