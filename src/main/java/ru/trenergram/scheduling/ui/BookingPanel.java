package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Lines;
import ru.trenergram.scheduling.BookingAction;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.Side;
import ru.trenergram.scheduling.StaffBookings.Change;
import ru.trenergram.scheduling.StaffBookings.Details;

/** All about one booking, beside the list or the calendar that it was chosen in. */
class BookingPanel extends Div {

    private final ZoneId zone;
    private @Nullable Details shown;
    private transient @Nullable BookingActions actions;
    private SerializableRunnable close = () -> {};

    /** @param zone the club's */
    BookingPanel(ZoneId zone) {
        this.zone = zone;
        addClassName("side-panel");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("desk.panel.title"));
        setVisible(false);
    }

    void onClose(SerializableRunnable listener) {
        close = listener;
    }

    void hide() {
        shown = null;
        setVisible(false);
        removeAll();
    }

    /** @param available what the person does with it */
    void show(Details details, BookingActions available) {
        actions = available;
        if (details.equals(shown)) {
            return; // nothing is different: the focus stays where it is
        }
        shown = details;
        removeAll();
        add(head(details), Badges.of(details.row(), getLocale()), facts(details), buttons(details), history(details));
        setVisible(true);
    }

    private Div head(Details details) {
        var away = new Button(LineIcon.CLOSE.create(), click -> close.run());
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.setAriaLabel(getTranslation("desk.panel.close"));
        away.addClickShortcut(com.vaadin.flow.component.Key.ESCAPE).listenOn(this);
        var head = new Div(new H2(details.row().clientName()), away);
        head.addClassName("side-head");
        return head;
    }

    private Div facts(Details details) {
        ClubBooking row = details.row();
        BookingInfo booking = details.booking();
        var facts = new Div();
        facts.addClassName("facts");
        fact(facts, "desk.field.when", when(row, zone));
        if (!sameTime(row.zone(), row.startsAt())) {
            fact(facts, "desk.field.when.trainer", when(row, row.zone()));
        }
        fact(facts, "desk.field.trainer", row.trainerName());
        if (details.clientPhone() != null) {
            fact(facts, "desk.field.phone", Formats.phone(details.clientPhone()));
        }
        fact(facts, "desk.field.location", row.locationName());
        if (details.seesMoney()) {
            fact(facts, "desk.panel.price", Formats.money(row.price(), getLocale()));
            fact(facts, "desk.panel.charge", charge(details));
        }
        if (booking.series() != null) {
            fact(
                    facts,
                    "desk.panel.series",
                    getTranslation(
                            "desk.panel.series.place",
                            booking.series().index(),
                            booking.series().count()));
        }
        if (booking.note() != null && !details.actions().isEmpty()) {
            fact(facts, "desk.field.note", booking.note());
        }
        if (booking.cancelReason() != null) {
            fact(facts, "desk.cancel.reason", reason(booking));
        }
        return facts;
    }

    private String charge(Details details) {
        if (details.returnedAt() != null) {
            return getTranslation("desk.panel.charge.returned", moment(details.returnedAt()));
        }
        if (details.chargedAt() != null) {
            return getTranslation("desk.panel.charge.done", moment(details.chargedAt()));
        }
        boolean open =
                details.row().status() == BookingStatus.PENDING || details.row().status() == BookingStatus.CONFIRMED;
        return open && details.row().price().amount() > 0
                ? getTranslation(
                        "desk.panel.charge.ahead", moment(details.booking().chargeAt()))
                : getTranslation("desk.panel.charge.none");
    }

    private String reason(BookingInfo booking) {
        String reason = String.valueOf(booking.cancelReason());
        if (booking.cancelledBy() != Side.SYSTEM) {
            return reason;
        }
        return switch (reason) {
            case "not_accepted" -> getTranslation("desk.reason.not-accepted");
            case "unanswered", "no_answer" -> getTranslation("desk.reason.unanswered");
            default -> reason;
        };
    }

    private Div buttons(Details details) {
        var row = new Div();
        row.addClassName("side-actions");
        for (BookingAction action : details.actions()) {
            row.add(button(details, action));
        }
        return row;
    }

    private Button button(Details details, BookingAction action) {
        BookingActions available = java.util.Objects.requireNonNull(actions);
        return switch (action) {
            case CONFIRM -> primary("desk.act.confirm", () -> available.act(details, action));
            case DECLINE -> plain("desk.act.decline", () -> available.act(details, action));
            case MOVE -> plain("desk.move.act", () -> available.move(details, null));
            case EDIT -> plain("desk.act.edit", () -> available.edit(details));
            case CANCEL -> plain("desk.cancel.act", () -> available.cancel(details));
            case COMPLETE -> plain("desk.act.complete", () -> available.act(details, action));
            case NO_SHOW -> plain("desk.act.no-show", () -> available.act(details, action));
        };
    }

    private Button primary(String key, SerializableRunnable does) {
        Button button = plain(key, does);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button plain(String key, SerializableRunnable does) {
        return new Button(getTranslation(key), click -> does.run());
    }

    private Component history(Details details) {
        var list = new Div(new H3(getTranslation("desk.panel.history")));
        list.addClassName("history");
        details.history().reversed().forEach(change -> list.add(line(change)));
        return list;
    }

    private Lines line(Change change) {
        String what = getTranslation(
                switch (change.change()) {
                    case "created" -> "desk.history.created";
                    case "confirmed" -> "desk.history.confirmed";
                    case "declined" -> "desk.history.declined";
                    case "cancelled" -> "desk.history.cancelled";
                    case "moved" -> "desk.history.moved";
                    case "completed" -> "desk.history.completed";
                    case "no_show" -> "desk.history.no-show";
                    default -> "desk.history.edited";
                });
        String side = getTranslation(
                switch (change.actor()) {
                    case TRAINER -> "desk.side.trainer";
                    case CLIENT -> "desk.side.client";
                    case STAFF -> "desk.side.staff";
                    case SYSTEM -> "desk.side.system";
                });
        String who = change.name() == null ? side : side + " · " + change.name();
        return new Lines(what, moment(change.at()) + " · " + who);
    }

    private void fact(Div facts, String key, String value) {
        var line = new Div(new Span(getTranslation(key)));
        line.getElement().appendChild(new Element("strong").setText(value));
        facts.add(line);
    }

    private boolean sameTime(ZoneId other, Instant at) {
        return zone.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }

    private String when(ClubBooking row, ZoneId where) {
        int minutes =
                Math.toIntExact(Duration.between(row.startsAt(), row.endsAt()).toMinutes());
        return Formats.day(LocalDate.ofInstant(row.startsAt(), where), getLocale()) + ", "
                + Formats.span(row.startsAt(), minutes, where);
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", getLocale())
                .withZone(zone)
                .format(at);
    }
}
