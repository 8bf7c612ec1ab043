package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/**
 * Moves of bookings and other changes of what was agreed (PRODUCT.md, "Booking"). A move takes the new time and frees
 * the old one in one transaction; the booking and its history stay.
 */
@Service
@Transactional
public class BookingEdits {

    private final BookingLocks locks;
    private final BookingRepository bookings;
    private final BookingReads reads;
    private final BookingRules rules;
    private final BookingHistory history;
    private final Occupancy occupancy;
    private final Trainers trainers;
    private final Clock clock;

    BookingEdits(
            BookingLocks locks,
            BookingRepository bookings,
            BookingReads reads,
            BookingRules rules,
            BookingHistory history,
            Occupancy occupancy,
            Trainers trainers,
            Clock clock) {
        this.locks = locks;
        this.bookings = bookings;
        this.reads = reads;
        this.rules = rules;
        this.history = history;
        this.occupancy = occupancy;
        this.trainers = trainers;
        this.clock = clock;
    }

    /**
     * Moves or edits a booking. What already is as wished changes nothing.
     *
     * @param version of the booking that the author saw
     * @throws DomainException {@code not_found}, {@code invalid_transition}, {@code self_booking_off}, {@code slot_taken},
     *     {@code slot_unavailable}, {@code too_late}, {@code too_far}, {@code already_charged}, {@code validation_failed}
     * @throws StaleBookingException when the booking has changed since
     */
    public BookingInfo edit(Actor by, UUID id, int version, BookingEdit wish) {
        rules.checkEdit(by.side(), wish);
        Booking booking = locks.take(id, by);
        if (requireSeen(booking, by, version, wish)) {
            apply(booking, by, wish, clock.instant());
        }
        return get(id);
    }

    /**
     * Whether there is anything to do for somebody who saw a version of the booking.
     *
     * @throws StaleBookingException when it is another one, unless they have done the same already
     */
    boolean requireSeen(Booking booking, Actor by, int version, BookingEdit wish) {
        boolean done = !booking.differsFrom(wish);
        if (booking.version() != version && !(done && booking.isLastBy(by))) {
            throw new StaleBookingException(get(booking.getId()));
        }
        return !done;
    }

    private void apply(Booking booking, Actor by, BookingEdit wish, Instant now) {
        TrainerProfile trainer = trainers.get(booking.trainerId());
        Span before = booking.time();
        Span time = booking.timeAfter(wish);
        if (!time.equals(before)) {
            booking.require(BookingAction.MOVE, by, now);
            long resource = occupancy.lock(booking.trainerId());
            boolean outside = rules.checkMove(by.side(), booking, time, trainer);
            occupancy.free(booking.getId());
            occupancy.occupy(resource, time, booking.getId());
            booking.takeTime(time, outside);
        }
        finish(booking, before, by, wish, trainer, null, now);
    }

    /**
     * The rest of an edit, once the booking has its time.
     *
     * @param before the time that it had
     * @param act null when this booking alone is edited
     */
    void finish(
            Booking booking,
            Span before,
            Actor by,
            BookingEdit wish,
            TrainerProfile trainer,
            @Nullable SeriesAct act,
            Instant now) {
        UUID id = booking.getId();
        Instant from = before.startsAt();
        Instant to = booking.time().startsAt();
        boolean moves = !to.equals(from);
        if (moves) {
            booking.askAfterMove(BookingRules.awaited(by.side(), trainer), by, trainer.chargeHoursBefore(), now);
        }
        booking.edit(by, wish, now);
        bookings.flush();
        int version = booking.version();
        history.tell(
                moves
                        ? new BookingEvents.BookingMoved(id, version, by, from, to, act)
                        : new BookingEvents.BookingEdited(id, version, by, act),
                now);
    }

    private BookingInfo get(UUID id) {
        return reads.find(id).orElseThrow(DomainException::notFound);
    }
}
