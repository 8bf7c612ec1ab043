package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Locale;
import java.util.Map;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.subscriptions.ClubRegister.Row;

/** Clubs with what they pay, a line each; the name leads to the club's card. */
class ClubGrid extends Grid<Row> {

    private final Locale locale;
    private final Map<String, String> tariffs;

    /**
     * @param tariffs their names by their codes
     * @param actions what can be done in a line
     */
    ClubGrid(Locale locale, Map<String, String> tariffs, SerializableFunction<Row, Component> actions) {
        super(Row.class, false);
        this.locale = locale;
        this.tariffs = tariffs;
        setSelectionMode(SelectionMode.NONE);

        addComponentColumn(this::name).setHeader(text("admin.clubs.club")).setFlexGrow(3);
        addColumn(row -> String.join(", ", row.owners()))
                .setHeader(text("admin.clubs.owners"))
                .setFlexGrow(2);
        addColumn(row -> Words.used(row.trainers(), row.limit()))
                .setHeader(text("subscription.trainers"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(this::tariff).setHeader(text("subscription.tariff")).setFlexGrow(1);
        addComponentColumn(this::state)
                .setHeader(text("admin.clubs.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(row -> Words.step(row.lastStep()))
                .setHeader(text("admin.subscriptions.last-notice"))
                .setFlexGrow(1);
        addComponentColumn(actions::apply).setAutoWidth(true).setFlexGrow(0);
        Narrow.compact(this, addComponentColumn(row -> card(row, actions.apply(row))));
    }

    private Component card(Row row, Component actions) {
        var card = new Div(name(row), state(row), new Span(Words.used(row.trainers(), row.limit())), tariff(row));
        card.add(actions);
        card.addClassName("row-card");
        return card;
    }

    private Component name(Row row) {
        var link = new Anchor("/admin/clubs/" + row.id(), row.name());
        var lines = new Div(link);
        lines.addClassName("two-lines");
        lines.getElement().appendChild(new Element("small").setText(row.city()));
        return lines;
    }

    private Component tariff(Row row) {
        String chosen = tariffs.getOrDefault(row.subscription().tariffCode(), "");
        var lines = new Div(new Span(chosen));
        lines.addClassName("two-lines");
        if (row.isWaiting()) {
            lines.getElement()
                    .appendChild(new Element("small")
                            .setText(text("admin.clubs.in-force", tariffs.getOrDefault(row.inForce(), ""))));
        }
        return lines;
    }

    private Component state(Row row) {
        var state = new Div(Words.badge(row.state()));
        state.addClassName("badges");
        if (row.frozen()) {
            state.add(Words.frozen());
        }
        if (row.subscription().paidUntil() != null) {
            state.add(new Span(
                    text("admin.clubs.until", Words.day(row.subscription().paidUntil(), locale))));
        }
        return state;
    }

    private String text(String key, Object... arguments) {
        return getTranslation(locale, key, arguments);
    }
}
