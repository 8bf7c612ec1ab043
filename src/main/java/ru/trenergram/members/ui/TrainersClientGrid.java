package ru.trenergram.members.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.members.TrainerCards;
import ru.trenergram.members.TrainerCards.TrainersClient;

/** With whom a trainer has sessions at the club. */
class TrainersClientGrid extends Grid<TrainersClient> {

    TrainersClientGrid(TrainerCards cards, long staffId, ClubInfo club, long trainerId) {
        super(TrainersClient.class, false);
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(client -> new Anchor("/club/" + club.id() + "/clients/" + client.memberId(), client.name()))
                .setHeader(getTranslation("people.client"))
                .setFlexGrow(2);
        addColumn(TrainersClient::sessions)
                .setHeader(getTranslation("people.trainer.client.sessions"))
                .setPartNameGenerator(client -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(client -> Formats.date(LocalDate.ofInstant(client.lastAt(), club.timezone()), getLocale()))
                .setHeader(getTranslation("people.trainer.client.last"))
                .setPartNameGenerator(client -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        var pages = new KeyPages<TrainersClient>(
                (after, limit) -> cards.clients(staffId, club.id(), trainerId, after, limit));
        setItems(pages::fetch);
        setEmptyStateComponent(new Span(getTranslation("people.trainer.clients.none")));
    }
}
