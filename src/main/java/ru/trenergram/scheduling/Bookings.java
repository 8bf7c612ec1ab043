package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;

/**
 * Bookings and everything that happens to them (PRODUCT.md, "Booking"). Whoever is named as the actor is checked: a
 * booking that is not theirs answers {@code not_found}.
 *
 * <p>A change names the version of the booking that its author saw. When that is not the current one, nothing happens
 * and a {@link StaleBookingException} tells the current state; when the same person has done the same already, nothing
 * happens either and the booking is returned.
 */
@Service
@Transactional
public class Bookings {

    static final int MAX_REASON = 500;
    private static final String NOT_ACCEPTED = "not_accepted";
    private static final String UNANSWERED = "unanswered";
    private static final String NO_ANSWER = "no_answer";

    private final BookingRepository bookings;
    private final BookingLocks locks;
    private final BookingReads reads;
    private final BookingRules rules;
    private final BookingHistory history;
    private final Occupancy occupancy;
    private final BookingCreation creation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bookings(
            BookingRepository bookings,
            BookingLocks locks,
            BookingReads reads,
            BookingRules rules,
            BookingHistory history,
            Occupancy occupancy,
            BookingCreation creation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.locks = locks;
        this.reads = reads;
        this.rules = rules;
        this.history = history;
        this.occupancy = occupancy;
        this.creation = creation;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books a session. A trainer takes any free time and the client is asked; a client takes a free slot, and the
     * trainer's setting decides whether that is agreed at once.
     *
     * @throws DomainException {@code not_on_roster}, {@code self_booking_off}, {@code slot_taken},
     *     {@code slot_unavailable}, {@code too_late}, {@code too_far}, {@code validation_failed}
     */
    public BookingInfo create(Actor by, NewBooking wish) {
        BookingCreation.Opening opening = creation.open(by, wish);
        BookingTerms terms = rules.terms(by.side(), wish, opening.trainer(), opening.client());
        return get(creation.add(opening, terms, null, null));
    }

    /** The awaited side agrees. @throws DomainException {@code not_found}, {@code invalid_transition} */
    public BookingInfo confirm(Actor by, UUID id, int version) {
        return change(BookingAction.CONFIRM, by, id, version, null);
    }

    /** The awaited side refuses. @throws DomainException {@code not_found}, {@code invalid_transition} */
    public BookingInfo decline(Actor by, UUID id, int version, @Nullable String reason) {
        return change(BookingAction.DECLINE, by, id, version, reason);
    }

    /** Either side, before the start. @throws DomainException {@code not_found}, {@code invalid_transition} */
    public BookingInfo cancel(Actor by, UUID id, int version, @Nullable String reason) {
        return change(BookingAction.CANCEL, by, id, version, reason);
    }

    /** A client gives up all that still lies before them with a trainer. */
    void cancelAhead(long clientId, long trainerId) {
        Instant now = clock.instant();
        bookings.lockAhead(trainerId, clientId, now)
                .forEach(booking -> apply(BookingAction.CANCEL, booking, Actor.client(clientId), null, null, now));
    }

    /** All that still lies before somebody, as trainer and as client, is given up in their name. */
    void cancelAllAhead(long userId) {
        Instant now = clock.instant();
        bookings.lockAllAhead(userId, now).forEach(booking -> {
            Actor by = booking.isOf(Actor.trainer(userId)) ? Actor.trainer(userId) : Actor.client(userId);
            apply(BookingAction.CANCEL, booking, by, null, null, now);
        });
    }

    /** All sessions of a client become another one's: both are the same person. */
    void moveClient(long fromId, long intoId) {
        bookings.lockOfClient(fromId).forEach(booking -> booking.belongsTo(intoId));
        bookings.flush();
    }

    /** It took place, says the trainer. @throws DomainException {@code not_found}, {@code invalid_transition} */
    public BookingInfo complete(Actor by, UUID id, int version) {
        return change(BookingAction.COMPLETE, by, id, version, null);
    }

    /** The client did not come, says the trainer. @throws DomainException {@code not_found}, {@code invalid_transition} */
    public BookingInfo noShow(Actor by, UUID id, int version) {
        return change(BookingAction.NO_SHOW, by, id, version, null);
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public BookingInfo get(UUID id) {
        return find(id).orElseThrow(DomainException::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<BookingInfo> find(UUID id) {
        return reads.find(id);
    }

    /**
     * Which side of a booking somebody is on.
     *
     * @throws DomainException {@code not_found} for everybody but its trainer and its client
     */
    @Transactional(readOnly = true)
    public Actor participant(UUID id, long userId) {
        return get(id).participant(userId).orElseThrow(DomainException::notFound);
    }

    /** The oldest change first. */
    @Transactional(readOnly = true)
    public List<BookingChange> history(UUID id) {
        return history.of(id);
    }

    /** A trainer's bookings in the order of their starts. */
    @Transactional(readOnly = true)
    public List<BookingInfo> ofTrainer(long trainerId, BookingFilter filter, @Nullable BookingKey after, int limit) {
        return reads.ofTrainer(trainerId, filter, after, limit);
    }

    /** What still lies before a client, the next first. */
    @Transactional(readOnly = true)
    public List<BookingInfo> upcoming(long clientId, @Nullable BookingKey after, int limit) {
        return reads.ofClient(clientId, true, clock.instant(), after, limit);
    }

    /** A client's past and cancelled bookings, the last first. */
    @Transactional(readOnly = true)
    public List<BookingInfo> past(long clientId, @Nullable BookingKey after, int limit) {
        return reads.ofClient(clientId, false, clock.instant(), after, limit);
    }

    /** How much some clients have booked with a trainer; every one of them has an entry. */
    @Transactional(readOnly = true)
    public Map<Long, ClientTally> tallies(long trainerId, Collection<Long> clientIds) {
        Map<Long, ClientTally> tallies = new HashMap<>(reads.tallies(trainerId, clientIds, clock.instant()));
        clientIds.forEach(id -> tallies.computeIfAbsent(id, ClientTally::none));
        return tallies;
    }

    /** The system completes what is over; at most {@code limit} bookings, of which it returns the number. */
    int completeEnded(int limit, UUID... except) {
        Instant now = clock.instant();
        List<Booking> ended = bookings.claimEnded(now, limit, except);
        ended.forEach(booking -> complete(booking, now));
        return ended.size();
    }

    /** Completes one of {@link BookingRepository#ended}, if it still is. */
    void completeEnded(UUID id) {
        Instant now = clock.instant();
        bookings.lock(id).filter(booking -> booking.isOver(now)).ifPresent(booking -> complete(booking, now));
    }

    private void complete(Booking booking, Instant now) {
        apply(BookingAction.COMPLETE, booking, Actor.system(), null, null, now);
    }

    /** The system gives up what nobody has answered; at most {@code limit} bookings, of which it returns the number. */
    int expireUnanswered(int limit, UUID... except) {
        Instant now = clock.instant();
        List<Booking> unanswered = bookings.claimUnanswered(now, limit, except);
        unanswered.forEach(booking -> expire(booking, now));
        return unanswered.size();
    }

    /** Gives up one of {@link BookingRepository#unanswered}, if it still is. */
    void expireUnanswered(UUID id) {
        Instant now = clock.instant();
        bookings.lock(id).filter(booking -> booking.hasExpired(now)).ifPresent(booking -> expire(booking, now));
    }

    private void expire(Booking booking, Instant now) {
        String reason = booking.awaiting() == Side.TRAINER ? NOT_ACCEPTED : UNANSWERED;
        apply(BookingAction.CANCEL, booking, Actor.system(), reason, null, now);
    }

    /**
     * The system cancels what the client was reminded of and did not answer, unless it has changed.
     *
     * @param version of the booking of which they were reminded
     */
    public void cancelUnconfirmed(UUID id, int version) {
        bookings.lock(id)
                .filter(booking -> booking.awaiting() == Side.CLIENT && booking.version() == version)
                .ifPresent(booking ->
                        apply(BookingAction.CANCEL, booking, Actor.system(), NO_ANSWER, null, clock.instant()));
    }

    private BookingInfo change(BookingAction action, Actor by, UUID id, int version, @Nullable String reason) {
        Texts.check("reason", reason, MAX_REASON);
        Booking booking = locks.take(id, by);
        if (booking.isAlready(action, by)) {
            return get(id);
        }
        if (booking.version() != version) {
            throw new StaleBookingException(get(id));
        }
        apply(action, booking, by, Texts.blankToNull(reason), null, clock.instant());
        return get(id);
    }

    /** @param act null when it is done to this booking alone */
    void apply(
            BookingAction action,
            Booking booking,
            Actor by,
            @Nullable String reason,
            @Nullable SeriesAct act,
            Instant now) {
        if (action == BookingAction.CANCEL && by.side() == Side.CLIENT) {
            events.publishEvent(new BookingCharges.LastCall(booking.getId()));
        }
        booking.apply(action, by, reason, now);
        bookings.flush();
        if (booking.frees()) {
            occupancy.free(booking.getId());
        }
        history.tell(event(action, booking, by, act), now);
    }

    private static BookingEvents event(BookingAction action, Booking booking, Actor by, @Nullable SeriesAct act) {
        UUID id = booking.getId();
        int version = booking.version();
        return switch (action) {
            case CONFIRM -> new BookingEvents.BookingConfirmed(id, version, by);
            case DECLINE -> new BookingEvents.BookingDeclined(id, version, by);
            case CANCEL -> new BookingEvents.BookingCancelled(id, version, by, act);
            case MOVE, EDIT -> throw new IllegalArgumentException("BookingEdits tells of these");
            case COMPLETE -> new BookingEvents.BookingCompleted(id, version, by);
            case NO_SHOW -> new BookingEvents.BookingMarkedNoShow(id, version, by);
        };
    }
}
