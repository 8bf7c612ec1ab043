package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/**
 * Weekly series of bookings (PRODUCT.md, "Booking"): made, changed and cancelled as a whole or from one booking on. Each
 * booking keeps its own status, version, reminders and charge; a change of the series leaves alone what is past,
 * cancelled or paid for. All of an act happens, or nothing.
 */
@Service
@Transactional
public class SeriesBookings {

    private final Bookings bookings;
    private final BookingEdits edits;
    private final SeriesCreation creation;
    private final SeriesEdits seriesEdits;
    private final BookingLocks locks;
    private final BookingRules rules;
    private final Clock clock;

    SeriesBookings(
            Bookings bookings,
            BookingEdits edits,
            SeriesCreation creation,
            SeriesEdits seriesEdits,
            BookingLocks locks,
            BookingRules rules,
            Clock clock) {
        this.bookings = bookings;
        this.edits = edits;
        this.creation = creation;
        this.seriesEdits = seriesEdits;
        this.locks = locks;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Books a session every week, at the time that the first has on the trainer's wall clock. Where only one week is
     * left, that booking stands alone.
     *
     * @return the first of them
     * @throws SeriesConflictException when not all of them can take place; with {@code skipConflicts}, when none can
     * @throws DomainException {@code not_on_roster}, {@code too_late}, {@code validation_failed}, for a client always
     */
    public BookingInfo create(Actor by, NewBooking wish, Repeat repeat) {
        requireTrainersSide(by, "repeat");
        repeat.check();
        return bookings.get(creation.create(by, wish, repeat));
    }

    /**
     * Edits a booking, and its series as far as the scope goes: the others are shifted by as much as the named one, on
     * the trainer's wall clock.
     *
     * @param version of the named booking
     * @throws SeriesConflictException when not all of them can take their new time
     * @throws DomainException as {@link BookingEdits#edit}; {@code validation_failed} when a client names a scope
     */
    public BookingInfo edit(Actor by, UUID id, int version, BookingEdit wish, SeriesScope scope) {
        SeriesPlace place = bookings.get(id).series();
        if (scope != SeriesScope.THIS) {
            requireTrainersSide(by, "scope");
        }
        if (scope == SeriesScope.THIS || place == null) {
            return edits.edit(by, id, version, wish);
        }
        rules.checkEdit(by.side(), wish);
        List<Booking> series = locks.takeSeries(place.id(), by);
        Booking named = named(id, series);
        edits.requireSeen(named, by, version, wish);
        if (named.version() == version) {
            Instant now = clock.instant();
            List<Booking> open = open(series, place, scope, now);
            requireSome(open);
            seriesEdits.edit(by, named, wish, open, now);
        }
        return bookings.get(id);
    }

    /**
     * Cancels a booking, and its series as far as the scope goes.
     *
     * @param version of the named booking
     * @throws DomainException as {@link Bookings#cancel}
     */
    public BookingInfo cancel(Actor by, UUID id, int version, @Nullable String reason, SeriesScope scope) {
        SeriesPlace place = bookings.get(id).series();
        if (scope == SeriesScope.THIS || place == null) {
            return bookings.cancel(by, id, version, reason);
        }
        Texts.check("reason", reason, Bookings.MAX_REASON);
        List<Booking> series = locks.takeSeries(place.id(), by);
        Booking named = named(id, series);
        boolean done = named.isAlready(BookingAction.CANCEL, by);
        if (named.version() != version && !done) {
            throw new StaleBookingException(bookings.get(id));
        }
        if (named.version() == version) {
            Instant now = clock.instant();
            List<Booking> open = open(series, place, scope, now);
            if (!done) {
                requireSome(open);
            }
            List<@Nullable SeriesAct> acts =
                    SeriesAct.on(open.stream().map(Booking::time).toList());
            for (int i = 0; i < open.size(); i++) {
                bookings.apply(BookingAction.CANCEL, open.get(i), by, Texts.blankToNull(reason), acts.get(i), now);
            }
        }
        return bookings.get(id);
    }

    private static Booking named(UUID id, List<Booking> series) {
        return series.stream()
                .filter(booking -> booking.getId().equals(id))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /** What a change of this scope reaches. */
    private static List<Booking> open(List<Booking> series, SeriesPlace named, SeriesScope scope, Instant now) {
        return series.stream()
                .filter(booking -> scope.includes(booking.series(), named))
                .filter(booking -> booking.isOpen(now))
                .toList();
    }

    private static void requireSome(List<Booking> open) {
        if (open.isEmpty()) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
    }

    private static void requireTrainersSide(Actor by, String field) {
        if (!by.side().onTrainersSide()) {
            throw DomainException.invalid(field, "trainer_only");
        }
    }
}
