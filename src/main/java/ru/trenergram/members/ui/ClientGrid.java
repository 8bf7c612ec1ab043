package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.members.MemberRow;

/** The columns of a club's clients. */
class ClientGrid extends Grid<MemberRow> {

    private final Locale locale;
    private final ClubInfo club;

    ClientGrid(Locale locale, Membership membership) {
        super(MemberRow.class, false);
        this.locale = locale;
        this.club = membership.club();
        setSelectionMode(SelectionMode.NONE);

        addComponentColumn(row -> new Lines(name(row), phone(row)))
                .setHeader(getTranslation(locale, "people.client"))
                .setFlexGrow(2);
        addComponentColumn(row -> tags(row.member().tags()))
                .setHeader(getTranslation(locale, "people.tags"))
                .setFlexGrow(2);
        number("visits", MemberRow::visits);
        number("last", this::lastVisit);
        if (membership.role().seesBalances()) {
            number("debt", this::debt);
        }
        Narrow.compact(this, addComponentColumn(this::card));
    }

    private void number(String key, ValueProvider<MemberRow, ?> value) {
        addColumn(value)
                .setHeader(getTranslation(locale, "people.clients." + key))
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component card(MemberRow row) {
        String debt = debt(row);
        String visits = getTranslation(locale, "people.clients.visits.value", row.visits());
        var card = new Div(
                new Lines(name(row), phone(row)),
                new Span(debt.isEmpty() ? "" : "−" + debt),
                tags(row.member().tags()),
                new Lines(visits, lastVisit(row)));
        card.addClassName("row-card");
        return card;
    }

    private Anchor name(MemberRow row) {
        return new Anchor(
                "/" + ClientAddress.card(club.id(), row.member().id()),
                row.member().name());
    }

    static Div tags(List<String> tags) {
        var chips = new Div();
        chips.addClassName("tags");
        tags.forEach(tag -> {
            var chip = new Span(tag);
            chip.addClassName("tag");
            chips.add(chip);
        });
        return chips;
    }

    private String lastVisit(MemberRow row) {
        return row.lastVisitAt() == null
                ? ""
                : Formats.date(LocalDate.ofInstant(row.lastVisitAt(), club.timezone()), locale);
    }

    private String debt(MemberRow row) {
        return row.debt() == null ? "" : Formats.money(row.debt(), locale);
    }

    private static @Nullable String phone(MemberRow row) {
        String phone = row.member().phone();
        return phone == null ? null : Formats.phone(phone);
    }
}
