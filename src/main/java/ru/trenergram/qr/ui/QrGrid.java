package ru.trenergram.qr.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.qr.ClubQrCode;

/** A club's codes; the chosen one is shown below. */
class QrGrid extends Grid<ClubQrCode> {

    QrGrid(List<ClubQrCode> codes, ClubQrCode chosen, ZoneId zone, SerializableConsumer<ClubQrCode> choose) {
        super(ClubQrCode.class, false);
        setAllRowsVisible(true);
        addColumn(this::name).setHeader(getTranslation("qr.panel.name")).setFlexGrow(2);
        addColumn(code -> Formats.date(LocalDate.ofInstant(code.createdAt(), zone), getLocale()))
                .setHeader(getTranslation("qr.panel.created"));
        addColumn(this::state).setHeader(getTranslation("qr.panel.state"));
        addColumn(code -> number(code.scans()))
                .setHeader(getTranslation("qr.panel.scans"))
                .setPartNameGenerator(code -> "numeric")
                .setTextAlign(ColumnTextAlign.END);
        addColumn(code -> number(code.registrations()))
                .setHeader(getTranslation("qr.panel.registrations"))
                .setPartNameGenerator(code -> "numeric")
                .setTextAlign(ColumnTextAlign.END);
        Narrow.compact(this, addComponentColumn(code -> {
            var card = new Div(
                    new Span(name(code)),
                    new Span(state(code)),
                    new Span(getTranslation("qr.panel.scans") + ": " + number(code.scans())),
                    new Span(getTranslation("qr.panel.registrations") + ": " + number(code.registrations())));
            card.addClassName("row-card");
            return card;
        }));
        setItems(codes);
        select(chosen);
        addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                choose.accept(selection.getFirstSelectedItem().orElse(chosen));
            }
        });
    }

    private String name(ClubQrCode code) {
        return code.name() == null ? getTranslation("qr.panel.own") : code.name();
    }

    private String state(ClubQrCode code) {
        return getTranslation(code.active() ? "qr.panel.on" : "qr.panel.off");
    }

    private String number(long figure) {
        return String.format(getLocale(), "%,d", figure);
    }
}
