package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.scheduling.Side;

/** The columns of a day's bookings. */
class BookingGrid extends Grid<BookingRow> {

    private final Locale locale;
    private final ZoneId zone;

    /** @param zone the club's */
    BookingGrid(Locale locale, ZoneId zone) {
        super(BookingRow.class, false);
        this.locale = locale;
        this.zone = zone;
        setSelectionMode(SelectionMode.NONE);

        addColumn(row -> time(row.booking()))
                .setHeader(getTranslation(locale, "panel.today.time"))
                .setPartNameGenerator(row -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(row ->
                        new Lines(row.booking().trainerName(), row.booking().locationName()))
                .setHeader(getTranslation(locale, "panel.today.trainer"))
                .setFlexGrow(2);
        addComponentColumn(row -> new Lines(row.booking().clientName(), phone(row)))
                .setHeader(getTranslation(locale, "panel.today.client"))
                .setFlexGrow(2);
        addColumn(row -> getTranslation(locale, "panel.today.minutes.value", minutes(row.booking())))
                .setHeader(getTranslation(locale, "panel.today.minutes"))
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(row -> badge(row.booking()))
                .setHeader(getTranslation(locale, "panel.today.status"))
                .setWidth("210px")
                .setFlexGrow(0);
        addColumn(row -> Formats.money(row.booking().price(), locale))
                .setHeader(getTranslation(locale, "panel.today.price"))
                .setPartNameGenerator(row -> "numeric")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        Narrow.compact(this, addComponentColumn(this::card));
    }

    private Component card(BookingRow row) {
        ClubBooking booking = row.booking();
        var time = new Span(time(booking));
        time.addClassName("numeric");
        var price = new Span(Formats.money(booking.price(), locale));
        price.addClassName("numeric");
        var card = new Div(time, badge(booking), new Lines(booking.clientName(), booking.trainerName()), price);
        card.addClassName("row-card");
        return card;
    }

    private StatusBadge badge(ClubBooking booking) {
        return switch (booking.status()) {
            case PENDING ->
                new StatusBadge(
                        Token.PENDING, word(booking.awaiting() == Side.TRAINER ? "pending.trainer" : "pending.client"));
            case CONFIRMED -> new StatusBadge(Token.CONFIRMED, word("confirmed"));
            case COMPLETED -> new StatusBadge(Token.COMPLETED, word("completed"));
            case CANCELLED -> new StatusBadge(Token.CANCELLED, word("cancelled"));
            case NO_SHOW -> new StatusBadge(Token.NO_SHOW, word("no-show"));
        };
    }

    private String word(String key) {
        return getTranslation(locale, "panel.status." + key);
    }

    private String time(ClubBooking booking) {
        return Formats.span(booking.startsAt(), minutes(booking), zone);
    }

    private static int minutes(ClubBooking booking) {
        return Math.toIntExact(
                Duration.between(booking.startsAt(), booking.endsAt()).toMinutes());
    }

    private static @Nullable String phone(BookingRow row) {
        String phone = row.clientPhone();
        return phone == null ? null : Formats.phone(phone);
    }
}
