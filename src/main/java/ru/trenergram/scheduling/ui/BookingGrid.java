package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.ClubDesk.BookingRow;

/** The columns of bookings: of a day, or of many. */
class BookingGrid extends Grid<BookingRow> {

    static final String TIME = "time";

    private final Locale locale;
    private final ZoneId zone;
    private final boolean withDate;
    private final boolean withPrices;

    /**
     * @param zone the club's
     * @param withDate whether they are of several days
     * @param withPrices whether the reader's role sees money
     */
    BookingGrid(Locale locale, ZoneId zone, boolean withDate, boolean withPrices) {
        super(BookingRow.class, false);
        this.locale = locale;
        this.zone = zone;
        this.withDate = withDate;
        this.withPrices = withPrices;
        setSelectionMode(SelectionMode.NONE);

        addColumn(row -> time(row.booking()))
                .setKey(TIME)
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
        addComponentColumn(row -> Badges.of(row.booking(), locale))
                .setHeader(getTranslation(locale, "panel.today.status"))
                .setWidth("210px")
                .setFlexGrow(0);
        if (withPrices) {
            addColumn(row -> Formats.money(row.booking().price(), locale))
                    .setHeader(getTranslation(locale, "panel.today.price"))
                    .setPartNameGenerator(row -> "numeric")
                    .setTextAlign(ColumnTextAlign.END)
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        Narrow.compact(this, addComponentColumn(this::card));
    }

    private Component card(BookingRow row) {
        ClubBooking booking = row.booking();
        var time = new Span(time(booking));
        time.addClassName("numeric");
        var price = new Span(withPrices ? Formats.money(booking.price(), locale) : "");
        price.addClassName("numeric");
        var card = new Div(
                time, Badges.of(booking, locale), new Lines(booking.clientName(), booking.trainerName()), price);
        card.addClassName("row-card");
        return card;
    }

    private String time(ClubBooking booking) {
        String time = Formats.span(booking.startsAt(), minutes(booking), zone);
        return withDate
                ? DateTimeFormatter.ofPattern("EEE, d MMM yyyy", locale)
                                .withZone(zone)
                                .format(booking.startsAt()) + ", " + time
                : time;
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
