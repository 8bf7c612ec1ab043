package ru.trenergram.platform.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.platform.Trail;
import ru.trenergram.platform.Trail.Step;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Users;

/** Who changed what on the platform, before and after; what is looked for stands in the address. */
@Route(AuditView.PATH)
@AdminMenu(title = "platform.audit.menu", icon = LineIcon.HISTORY, order = 90)
@PermitAll
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "admin/audit";

    private final transient Trail trail;
    private final transient ChangeWords words;
    private final transient Caller caller;
    private final Times times;
    private final Select<Thing> thing = new Select<>();
    private final TextField thingId = new TextField();
    private final TextField actor = new TextField();
    private final TextField club = new TextField();
    private final LocalDatePicker from = new LocalDatePicker(getLocale());
    private final LocalDatePicker to = new LocalDatePicker(getLocale());
    private final Grid<Step> grid = new Grid<>(Step.class, false);

    AuditView(Trail trail, ChangeWords words, Users users, AuthenticationContext authentication) {
        this.trail = trail;
        this.words = words;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        this.times = Times.of(users.get(caller.userId()), getLocale());

        thing.setItems(Thing.values());
        thing.setEmptySelectionAllowed(true);
        thing.setEmptySelectionCaption(text("thing.all"));
        thing.setItemLabelGenerator(item -> item == null ? text("thing.all") : words.thing(item, getLocale()));
        thing.setAriaLabel(text("thing"));
        thing.addValueChangeListener(this::changed);
        field(thingId, "id");
        field(actor, "actor");
        field(club, "club");
        date(from, "from");
        date(to, "to");
        columns();
        grid.setEmptyStateComponent(new EmptyState(Drawing.LOST, text("empty.title"), text("empty")));

        var none = new Button(text("clear"), click -> open(new AuditQuery(null, null, null, null, null, null)));
        none.addThemeVariants(ButtonVariant.TERTIARY);
        var toolbar = new Div(thing, thingId, actor, club, from, to, none);
        toolbar.addClassNames("toolbar", "filters");
        var head = new Div(new Div(new H1(text("title")), new Paragraph(text("about"))), toolbar);
        head.addClassName("list-head");
        addClassName("list");
        add(head, grid);
    }

    private void field(TextField field, String key) {
        field.setPlaceholder(text(key));
        field.setAriaLabel(text(key));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidth("130px");
        field.addValueChangeListener(this::changed);
    }

    private void date(LocalDatePicker picker, String key) {
        picker.setPlaceholder(text(key));
        picker.setAriaLabel(text(key));
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(this::changed);
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(step -> times.moment(step.entry().at()))
                .setHeader(text("when"))
                .setPartNameGenerator(step -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::who).setHeader(text("who")).setFlexGrow(1);
        grid.addComponentColumn(this::what).setHeader(text("what")).setFlexGrow(1);
        grid.addComponentColumn(step -> words.fields(step.entry(), getLocale()))
                .setHeader(text("change"))
                .setFlexGrow(2);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
    }

    private Component who(Step step) {
        Long id = step.entry().actorId();
        String side = words.side(step.entry().side(), getLocale());
        var lines = new Div(
                id == null
                        ? new Span(text("service"))
                        : new Anchor(PersonView.address(id), String.valueOf(step.actor())));
        lines.add(small(side));
        lines.addClassName("two-lines");
        return lines;
    }

    private Component what(Step step) {
        AuditEntry entry = step.entry();
        String id = "№ " + entry.thingId();
        var lines = new Div(
                new Span(words.thing(entry.what(), getLocale())),
                small(step.club() == null ? id : id + " · " + step.club()));
        lines.addClassName("two-lines");
        return lines;
    }

    private Component card(Step step) {
        var card = new Div(
                who(step),
                new Span(times.moment(step.entry().at())),
                what(step),
                words.fields(step.entry(), getLocale()));
        card.addClassName("row-card");
        return card;
    }

    private static Span small(String text) {
        var small = new Span(text);
        small.addClassName("small");
        return small;
    }

    private void changed(AbstractField.ComponentValueChangeEvent<?, ?> change) {
        if (change.isFromClient()) {
            open(new AuditQuery(
                    thing.getValue(),
                    thingId.getValue(),
                    AuditQuery.id(actor.getValue()).orElse(null),
                    AuditQuery.id(club.getValue()).orElse(null),
                    from.getValue(),
                    to.getValue()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AuditQuery query = AuditQuery.of(event.getLocation().getQueryParameters());
        thing.setValue(query.thing());
        thingId.setValue(query.thingId() == null ? "" : query.thingId());
        actor.setValue(query.actor() == null ? "" : query.actor().toString());
        club.setValue(query.club() == null ? "" : query.club().toString());
        from.setValue(query.from());
        to.setValue(query.to());
        var pages = new KeyPages<Step>((after, limit) -> trail.steps(
                caller,
                query.filter(times.zone()),
                after == null ? null : after.entry().key(),
                limit));
        grid.setItems(pages::fetch);
    }

    private static void open(AuditQuery query) {
        UI.getCurrent().navigate(PATH, query.parameters());
    }

    /** The address of what somebody has changed. */
    static String ofActor(long userId) {
        return "/" + PATH + "?"
                + QueryParameters.of("actor", Long.toString(userId)).getQueryString();
    }

    private String text(String key) {
        return getTranslation("platform.audit." + key);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }
}
