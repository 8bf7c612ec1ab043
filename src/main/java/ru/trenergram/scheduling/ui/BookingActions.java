package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.BookingAction;
import ru.trenergram.scheduling.BookingEdit;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.ClubCalendar;
import ru.trenergram.scheduling.StaffBookings;
import ru.trenergram.scheduling.StaffBookings.Details;
import ru.trenergram.trainers.TrainerProfile;

/** What a club's staff do with bookings: the dialogs for it, and what came of it. */
final class BookingActions {

    private final StaffBookings bookings;
    private final ClubCalendar calendar;
    private final long staffId;
    private final Membership membership;
    private final Locale locale;
    private final SerializableRunnable changed;

    /** @param changed shows what is now */
    BookingActions(
            StaffBookings bookings,
            ClubCalendar calendar,
            long staffId,
            Membership membership,
            Locale locale,
            SerializableRunnable changed) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.staffId = staffId;
        this.membership = membership;
        this.locale = locale;
        this.changed = changed;
    }

    void book(@Nullable TrainerProfile trainer, LocalDate date, @Nullable LocalTime at) {
        var dialog = new BookDialog(
                zone(),
                calendar.trainers(staffId, club()),
                trainer,
                calendar.openLocations(staffId, club()),
                (whose, words, offset, limit) ->
                        bookings.clients(staffId, club(), whose, words, offset, limit).stream(),
                date,
                at);
        dialog.onOutdated(changed);
        dialog.onSave((wish, repeat) -> {
            BookingInfo booked = bookings.book(staffId, club(), wish, repeat);
            Notices.done(
                    booked.outsideWorkingHours()
                            ? text("desk.book.done.outside")
                            : text("desk.book.done", when(booked.startsAt())));
            changed.run();
        });
        dialog.open();
    }

    /** @param proposal where it was dragged to, or null */
    void move(Details details, @Nullable Instant proposal) {
        BookingInfo booking = details.booking();
        Instant to = proposal != null ? proposal : booking.startsAt();
        var moment = new Moment(zone(), LocalDate.ofInstant(to, zone()), LocalTime.ofInstant(to, zone()));
        var scope = ActDialog.scope(booking.series());
        var dialog = new ActDialog(text("desk.move.title"), text("desk.move.act"), zone());
        dialog.explain(text(
                "desk.move.from", details.row().clientName(), details.row().trainerName(), when(booking.startsAt())));
        dialog.fields(moment);
        if (scope != null) {
            dialog.fields(scope);
        }
        dialog.explain(text("desk.move.told"));
        dialog.onOutdated(changed);
        dialog.onAct(() -> {
            Instant start = moment.instant().orElseThrow(() -> DomainException.invalid("starts_at", "required"));
            BookingInfo moved = bookings.edit(
                    staffId,
                    club(),
                    booking.id(),
                    booking.version(),
                    BookingEdit.moveTo(start),
                    ActDialog.chosen(scope));
            Notices.done(text("desk.move.done", when(moved.startsAt())));
            changed.run();
        });
        dialog.open();
    }

    void edit(Details details) {
        BookingInfo booking = details.booking();
        var minutes = new IntegerField(text("desk.field.minutes"));
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        minutes.setValue(Math.toIntExact(
                Duration.between(booking.startsAt(), booking.endsAt()).toMinutes()));
        var price = new BigDecimalField(text("desk.field.price"));
        price.setLocale(locale);
        price.setValue(BookDialog.rubles(booking.price()));
        var note = new TextArea(text("desk.field.note"));
        note.setValue(booking.note() == null ? "" : booking.note());
        var scope = ActDialog.scope(booking.series());
        var terms = new Div(minutes, price);
        terms.addClassName("act-row");
        var dialog = new ActDialog(text("desk.edit.title"), text("desk.edit.act"), zone());
        dialog.fields(terms, note);
        if (scope != null) {
            dialog.fields(scope);
        }
        dialog.onOutdated(changed);
        int length = minutes.getValue();
        String noted = note.getValue();
        dialog.onAct(() -> {
            // what was not touched may be different in the other sessions of the series, and stays so
            var wish = new BookingEdit(
                    null,
                    unless(length, minutes.getValue()),
                    unless(booking.price(), BookDialog.kopecks(price.getValue())),
                    unless(noted, note.getValue().strip()));
            bookings.edit(staffId, club(), booking.id(), booking.version(), wish, ActDialog.chosen(scope));
            Notices.done(text("desk.edit.done"));
            changed.run();
        });
        dialog.open();
    }

    private static <T> @Nullable T unless(T present, @Nullable T wanted) {
        return present.equals(wanted) ? null : wanted;
    }

    void cancel(Details details) {
        BookingInfo booking = details.booking();
        var reason = new TextArea(text("desk.cancel.reason"));
        reason.setRequiredIndicatorVisible(true);
        var scope = ActDialog.scope(booking.series());
        var dialog = new ActDialog(text("desk.cancel.title"), text("desk.cancel.act"), zone());
        dialog.dangerous();
        dialog.explain(text(
                "desk.cancel.what", details.row().clientName(), details.row().trainerName(), when(booking.startsAt())));
        dialog.fields(reason);
        if (scope != null) {
            dialog.fields(scope);
        }
        dialog.explain(text(details.chargedAt() == null ? "desk.cancel.told" : "desk.cancel.told.charged"));
        dialog.onOutdated(changed);
        dialog.onAct(() -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (reason.isInvalid()) {
                throw DomainException.invalid("reason", "required");
            }
            bookings.cancel(
                    staffId, club(), booking.id(), booking.version(), reason.getValue(), ActDialog.chosen(scope));
            Notices.done(text("desk.cancel.done"));
            changed.run();
        });
        dialog.open();
    }

    /** Without a dialog, for what can be taken back or is asked for by its name. */
    void act(Details details, BookingAction action) {
        BookingInfo booking = details.booking();
        try {
            bookings.act(staffId, club(), booking.id(), booking.version(), action);
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.STALE_VERSION && refusal.code() != ErrorCode.INVALID_TRANSITION) {
                throw refusal;
            }
            Notices.refused(Refusal.sentence(refusal, locale, zone()));
        }
        changed.run();
    }

    private String when(Instant moment) {
        return DateTimeFormatter.ofPattern("EEE, d MMM, HH:mm", locale)
                .withZone(zone())
                .format(moment);
    }

    private long club() {
        return membership.club().id();
    }

    private ZoneId zone() {
        return membership.club().timezone();
    }

    private String text(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }
}
