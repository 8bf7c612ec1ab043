package ru.trenergram.members.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.members.MemberCards.Visit;
import ru.trenergram.scheduling.Side;

/** A client's sessions at the club, the last first. */
class VisitGrid extends Grid<Visit> {

    private final ZoneId zone;

    VisitGrid(KeyPages<Visit> pages, ZoneId zone) {
        super(Visit.class, false);
        this.zone = zone;
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(this::time)
                .setHeader(getTranslation("panel.today.time"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(visit -> new Lines(visit.trainer(), visit.location()))
                .setHeader(getTranslation("panel.today.trainer"))
                .setFlexGrow(2);
        addComponentColumn(this::badge)
                .setHeader(getTranslation("panel.today.status"))
                .setWidth("210px")
                .setFlexGrow(0);
        Narrow.compact(this, addComponentColumn(visit -> {
            var card = new Div(time(visit), badge(visit), new Lines(visit.trainer(), visit.location()));
            card.addClassName("row-card");
            return card;
        }));
        setItems(pages::fetch);
        setEmptyStateComponent(new Span(getTranslation("people.visits.none")));
    }

    private Lines time(Visit visit) {
        int minutes = Math.toIntExact(
                Duration.between(visit.startsAt(), visit.endsAt()).toMinutes());
        return new Lines(
                Formats.date(LocalDate.ofInstant(visit.startsAt(), zone), getLocale()),
                Formats.span(visit.startsAt(), minutes, zone));
    }

    private StatusBadge badge(Visit visit) {
        return switch (visit.status()) {
            case PENDING ->
                new StatusBadge(
                        Token.PENDING, word(visit.awaiting() == Side.TRAINER ? "pending.trainer" : "pending.client"));
            case CONFIRMED -> new StatusBadge(Token.CONFIRMED, word("confirmed"));
            case COMPLETED -> new StatusBadge(Token.COMPLETED, word("completed"));
            case CANCELLED -> new StatusBadge(Token.CANCELLED, word("cancelled"));
            case NO_SHOW -> new StatusBadge(Token.NO_SHOW, word("no-show"));
        };
    }

    private String word(String key) {
        return getTranslation("panel.status." + key);
    }
}
