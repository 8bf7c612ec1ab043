package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.platform.FailedEvents;
import ru.trenergram.platform.FailedEvents.FailedEvent;
import ru.trenergram.security.Caller;

/** Events that a listener has not heard. */
class EventsTab extends Div {

    private final transient FailedEvents events;
    private final transient Caller caller;
    private final Times times;
    private final Grid<FailedEvent> grid = new Grid<>(FailedEvent.class, false);
    private final Button again = new Button();
    private final Button drop = new Button();

    EventsTab(FailedEvents events, Caller caller, Times times) {
        this.events = events;
        this.caller = caller;
        this.times = times;
        addClassName("tab");
        columns();
        again.setText(text("again"));
        again.addClickListener(click -> {
            int told = events.retry(caller, chosen());
            Notices.done(getTranslation("platform.events.again.done", told));
            show();
        });
        drop.setText(text("drop"));
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        drop.addClickListener(click -> new Ask(text("drop.title"), text("drop"), text("drop.what")).then(() -> {
            int dropped = events.drop(caller, chosen());
            Notices.done(getTranslation("platform.events.drop.done", dropped));
            show();
        }));
        var toolbar = new Div(again, drop);
        toolbar.addClassName("toolbar");
        add(toolbar, grid);
        show();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(selected -> buttons());
        grid.addColumn(row -> times.moment(row.publishedAt()))
                .setHeader(text("when"))
                .setPartNameGenerator(row -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(text("state"))
                .setWidth("220px")
                .setFlexGrow(0);
        grid.addColumn(FailedEvent::listener).setHeader(text("listener")).setFlexGrow(1);
        grid.addComponentColumn(this::event).setHeader(text("event")).setFlexGrow(2);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
        grid.setEmptyStateComponent(new EmptyState(Drawing.NO_BOOKINGS, text("empty.title"), text("empty")));
    }

    private StatusBadge state(FailedEvent row) {
        return row.givenUp()
                ? new StatusBadge(Token.NO_SHOW, text("given_up"))
                : new StatusBadge(Token.PENDING, getTranslation("platform.events.tried", row.attempts()));
    }

    private Component event(FailedEvent row) {
        var content = new Span(row.content());
        content.addClassName("small");
        var lines = new Div(new Span(row.type()), content);
        lines.addClassName("two-lines");
        return lines;
    }

    private Component card(FailedEvent row) {
        var card = new Div(state(row), new Span(times.moment(row.publishedAt())), event(row), new Span(row.listener()));
        card.addClassName("row-card");
        return card;
    }

    private void show() {
        grid.setItems(events.list(caller));
        grid.deselectAll();
        buttons();
    }

    private void buttons() {
        boolean some = !grid.getSelectedItems().isEmpty();
        again.setEnabled(some);
        drop.setEnabled(some);
    }

    private Set<UUID> chosen() {
        return grid.getSelectedItems().stream().map(FailedEvent::id).collect(Collectors.toSet());
    }

    private String text(String key) {
        return getTranslation("platform.events." + key);
    }
}
