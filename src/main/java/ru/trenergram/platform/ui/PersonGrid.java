package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.ValueProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.platform.PersonRow;

/** The columns of the platform's people. */
class PersonGrid extends Grid<PersonRow> {

    private final Times times;

    PersonGrid(Times times) {
        super(PersonRow.class, false);
        this.times = times;
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(this::name).setHeader(text("name")).setFlexGrow(2);
        addColumn(row -> roles(row)).setHeader(text("roles")).setFlexGrow(1);
        addComponentColumn(this::state)
                .setHeader(text("state"))
                .setWidth("170px")
                .setFlexGrow(0);
        addColumn(row -> row.erased() ? "" : String.valueOf(row.person().telegramId()))
                .setHeader("Telegram")
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        moment("since", row -> times.moment(row.createdAt()));
        moment("seen", row -> times.moment(row.seenAt()));
        Narrow.compact(this, addComponentColumn(this::card));
    }

    private void moment(String key, ValueProvider<PersonRow, String> value) {
        addColumn(value)
                .setHeader(text(key))
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component name(PersonRow row) {
        var lines =
                new Div(new Anchor(PersonView.address(row.id()), row.person().fullName()));
        lines.addClassName("two-lines");
        String contact = Stream.of(
                        row.phone() == null ? "" : Formats.phone(row.phone()),
                        row.person().username() == null
                                ? ""
                                : "@" + row.person().username())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        if (!contact.isEmpty()) {
            lines.getElement().appendChild(new Element("small").setText(contact));
        }
        return lines;
    }

    private String roles(PersonRow row) {
        String roles = Stream.of(
                        row.trainer() ? text("trainer") : "",
                        row.client() ? text("client") : "",
                        row.staff() ? text("staff") : "")
                .filter(role -> !role.isEmpty())
                .collect(Collectors.joining(", "));
        return roles.isEmpty() ? "–" : roles;
    }

    private Component state(PersonRow row) {
        if (row.erased()) {
            return new StatusBadge(Token.CANCELLED, text("erased"));
        }
        if (row.blocked()) {
            return new StatusBadge(Token.NO_SHOW, text("blocked"));
        }
        return row.unreachable() ? new StatusBadge(Token.PENDING, text("unreachable")) : new Span();
    }

    private Component card(PersonRow row) {
        var card = new Div(name(row), state(row), new Span(roles(row)), new Span(times.moment(row.seenAt())));
        card.addClassName("row-card");
        return card;
    }

    private String text(String key) {
        return getTranslation(times.locale(), "platform.people." + key);
    }
}
