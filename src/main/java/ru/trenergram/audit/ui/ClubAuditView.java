package ru.trenergram.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import ru.trenergram.audit.AuditWords;
import ru.trenergram.audit.ClubAudit;
import ru.trenergram.audit.ClubAudit.Somebody;
import ru.trenergram.audit.ClubAudit.Step;
import ru.trenergram.audit.ClubAuditExport;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.clubs.Membership;
import ru.trenergram.security.Caller;

/** Who changed what at the club, before and after; what is looked for stands in the address. */
@Route("club/:clubId([0-9]{1,18})/audit")
@ClubMenu(
        title = "audit.menu",
        icon = LineIcon.HISTORY,
        order = 100,
        roles = {"OWNER", "MANAGER"})
@PermitAll
class ClubAuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ClubAudit audit;
    private final transient ClubAuditExport export;
    private final transient AuditWords words;
    private final transient AuthenticationContext authentication;
    private long clubId;
    private String title = "";

    ClubAuditView(ClubAudit audit, ClubAuditExport export, AuditWords words, AuthenticationContext authentication) {
        this.audit = audit;
        this.export = export;
        this.words = words;
        this.authentication = authentication;
        addClassName("list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership me = audit.membership(staffId, clubId);
        ZoneId zone = me.club().timezone();
        var query = ClubAuditQuery.of(event.getLocation().getQueryParameters());
        title = getTranslation("audit.menu") + " · " + me.club().name();

        var pages = new KeyPages<Step>((after, limit) -> audit.steps(
                staffId,
                clubId,
                query.filter(zone),
                after == null ? null : after.entry().key(),
                limit));
        var grid = new AuditGrid(words, zone, actor -> open(query.withActor(actor)));
        grid.setItems(pages::fetch);
        grid.setEmptyStateComponent(
                new EmptyState(Drawing.LOST, getTranslation("audit.empty.title"), getTranslation("audit.empty")));
        Div filters = filters(query, audit.people(staffId, clubId));
        Locale language = getLocale(); // a download has no page to ask
        filters.add(Download.inEachFormat(
                "audit", (format, out) -> export.write(staffId, clubId, query.filter(zone), format, language, out)));
        var head = new Div(
                new Div(new H1(getTranslation("audit.menu")), new Paragraph(getTranslation("audit.about"))), filters);
        head.addClassName("list-head");
        removeAll();
        add(head, grid);
    }

    private Div filters(ClubAuditQuery query, List<Somebody> people) {
        var person = new ComboBox<Somebody>();
        person.setAriaLabel(getTranslation("audit.who"));
        person.setPlaceholder(getTranslation("audit.who"));
        person.setItems(people);
        person.setItemLabelGenerator(Somebody::name);
        person.setClearButtonVisible(true);
        people.stream()
                .filter(somebody -> query.actor() != null && somebody.userId() == query.actor())
                .findFirst()
                .ifPresent(person::setValue);
        person.addValueChangeListener(change -> changed(
                change.isFromClient(),
                query.withActor(
                        change.getValue() == null ? null : change.getValue().userId())));

        var thing = new Select<Thing>();
        thing.setAriaLabel(getTranslation("audit.what"));
        thing.setItems(ClubAuditQuery.THINGS);
        thing.setEmptySelectionAllowed(true);
        thing.setEmptySelectionCaption(getTranslation("audit.what.all"));
        thing.setItemLabelGenerator(
                item -> item == null ? getTranslation("audit.what.all") : words.thing(item, getLocale()));
        thing.setValue(query.thing());
        thing.addValueChangeListener(change -> changed(change.isFromClient(), query.withThing(change.getValue())));

        var from = date("audit.from");
        from.setValue(query.from());
        from.addValueChangeListener(change -> changed(change.isFromClient(), query.withFrom(change.getValue())));
        var to = date("audit.to");
        to.setValue(query.to());
        to.addValueChangeListener(change -> changed(change.isFromClient(), query.withTo(change.getValue())));

        var none = new Button(getTranslation("audit.clear"), click -> open(ClubAuditQuery.EVERYTHING));
        none.addThemeVariants(ButtonVariant.TERTIARY);
        var filters = new Div(person, thing, from, to, none);
        filters.addClassName("toolbar");
        return filters;
    }

    private LocalDatePicker date(String key) {
        var picker = new LocalDatePicker(getLocale());
        picker.setAriaLabel(getTranslation(key));
        picker.setPlaceholder(getTranslation(key));
        picker.setClearButtonVisible(true);
        return picker;
    }

    private void changed(boolean byPerson, ClubAuditQuery query) {
        if (byPerson) {
            open(query);
        }
    }

    private void open(ClubAuditQuery query) {
        UI.getCurrent().navigate("club/" + clubId + "/audit", query.parameters());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
