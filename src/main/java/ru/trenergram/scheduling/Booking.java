package ru.trenergram.scheduling;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** A personal session of one trainer with one client. It is changed under a lock of its row only. */
@Entity
@Table(name = "booking")
class Booking implements Persistable<UUID> {

    @Id
    private UUID id;

    private long trainerId;
    private long clientId;
    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Side awaiting;

    private @Nullable Instant expiresAt;

    private long price;
    private int chargeHoursBefore;
    private Instant chargeAt;
    private boolean chargeFixed;
    private @Nullable Long locationId;
    private @Nullable String note;
    private boolean outsideWorkingHours;

    @Enumerated(EnumType.STRING)
    private Side createdBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Side cancelledBy;

    private @Nullable String cancelReason;

    @Enumerated(EnumType.STRING)
    private Side statusBy;

    private @Nullable Long statusByUser;
    private int version;
    private Instant createdAt;
    private @Nullable UUID seriesId;
    private @Nullable Integer seriesIndex;
    private @Nullable Integer seriesCount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Booking() {}

    /**
     * @param awaiting whose answer it needs; null when it is agreed at once
     * @param series null when it stands alone
     */
    Booking(
            long trainerId,
            long clientId,
            BookingTerms terms,
            @Nullable Side awaiting,
            @Nullable SeriesPlace series,
            Actor by,
            Instant now) {
        this.id = UUID.randomUUID();
        this.trainerId = trainerId;
        this.clientId = clientId;
        this.startsAt = terms.time().startsAt();
        this.endsAt = terms.time().endsAt();
        this.status = awaiting == null ? BookingStatus.CONFIRMED : BookingStatus.PENDING;
        this.awaiting = awaiting;
        this.expiresAt = BookingState.expiresAt(awaiting, terms.time(), now);
        this.price = terms.price().amount();
        this.chargeHoursBefore = terms.chargeHoursBefore();
        this.chargeAt = terms.chargeAt();
        this.locationId = terms.locationId();
        this.note = terms.note();
        this.outsideWorkingHours = terms.outsideWorkingHours();
        this.createdBy = by.side();
        this.statusBy = by.side();
        this.statusByUser = by.userId();
        this.createdAt = now;
        if (series != null) {
            this.seriesId = series.id();
            this.seriesIndex = series.index();
            this.seriesCount = series.count();
        }
    }

    /** Whether a change of its series reaches it: it is to come, and nobody has paid for it. */
    boolean isOpen(Instant now) {
        return (status == BookingStatus.PENDING || status == BookingStatus.CONFIRMED)
                && now.isBefore(startsAt)
                && !isCharged(now);
    }

    /** Agreed, and its end has passed. */
    boolean isOver(Instant now) {
        return status == BookingStatus.CONFIRMED && !endsAt.isAfter(now);
    }

    /** Asked, and not answered in time. */
    boolean hasExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether this very person has brought it where the action leads: then there is nothing left to do. */
    boolean isAlready(BookingAction action, Actor by) {
        return status == action.target() && isLastBy(by);
    }

    /** @throws DomainException {@code invalid_transition} */
    void require(BookingAction action, Actor by, Instant now) {
        if (!new BookingState(status, awaiting, startsAt, endsAt).allows(action, by.side(), now)) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
    }

    /** @throws DomainException {@code invalid_transition} */
    void apply(BookingAction action, Actor by, @Nullable String reason, Instant now) {
        require(action, by, now);
        status = Objects.requireNonNull(action.target());
        expiresAt = null;
        awaiting = null;
        statusBy = by.side();
        statusByUser = by.userId();
        if (status == BookingStatus.CANCELLED) {
            cancelledBy = by.side();
            cancelReason = reason;
        }
        version++;
    }

    /** The client is known by another account from now on. */
    void belongsTo(long otherClientId) {
        clientId = otherClientId;
    }

    /** Whether somebody wishes it to be other than it is. */
    boolean differsFrom(BookingEdit wish) {
        return !timeAfter(wish).equals(time()) || changesPrice(wish) || changesNote(wish);
    }

    Span timeAfter(BookingEdit wish) {
        Instant start = wish.startsAt() == null ? startsAt : wish.startsAt();
        long minutes = wish.minutes() == null ? time().minutes() : wish.minutes();
        return new Span(start, start.plus(Duration.ofMinutes(minutes)));
    }

    /** The caller has seen to it that the time is free, and that the booking may be moved. */
    void takeTime(Span time, boolean outside) {
        startsAt = time.startsAt();
        endsAt = time.endsAt();
        outsideWorkingHours = outside;
        if (status == BookingStatus.PENDING && awaiting == Side.CLIENT) {
            // it waits until some days after its end, which may have changed
            expiresAt = BookingState.expiresAt(awaiting, time, createdAt);
        }
    }

    /**
     * Everything but the time; the version rises with it.
     *
     * @throws DomainException {@code invalid_transition}, {@code already_charged}
     */
    void edit(Actor by, BookingEdit wish, Instant now) {
        if (changesPrice(wish) || changesNote(wish)) {
            require(BookingAction.EDIT, by, now);
        }
        if (changesPrice(wish) && isCharged(now)) {
            throw new DomainException(ErrorCode.ALREADY_CHARGED);
        }
        price = wish.price() == null ? price : wish.price().amount();
        note = wish.note() == null ? note : Texts.blankToNull(wish.note());
        version++;
    }

    /**
     * It has been moved: whoever did not do so is asked, and the charge is put off by the trainer's setting of today,
     * unless its moment has come before.
     *
     * @param asked null when the move is agreed at once
     */
    void askAfterMove(@Nullable Side asked, Actor by, int hoursBefore, Instant now) {
        if (isCharged(now)) {
            chargeFixed = true;
        } else {
            chargeHoursBefore = hoursBefore;
            chargeAt = startsAt.minus(Duration.ofHours(hoursBefore));
        }
        status = asked == null ? BookingStatus.CONFIRMED : BookingStatus.PENDING;
        awaiting = asked;
        expiresAt = BookingState.expiresAt(asked, time(), now);
        statusBy = by.side();
        statusByUser = by.userId();
    }

    /** The trainer has left the club whose place it was to be at. */
    void leaveLocation() {
        locationId = null;
        version++;
    }

    /** Whether the moment of its charge has come while it was agreed and cost something; a move does not undo that. */
    private boolean isCharged(Instant now) {
        return chargeFixed || (price > 0 && status != BookingStatus.PENDING && !now.isBefore(chargeAt));
    }

    private boolean changesPrice(BookingEdit wish) {
        return wish.price() != null && wish.price().amount() != price;
    }

    private boolean changesNote(BookingEdit wish) {
        return wish.note() != null && !Objects.equals(Texts.blankToNull(wish.note()), note);
    }

    boolean isLastBy(Actor actor) {
        return statusBy == actor.side() && Objects.equals(statusByUser, actor.userId());
    }

    boolean isOf(Actor actor) {
        Long userId = actor.userId();
        return userId != null
                && switch (actor.side()) {
                    case TRAINER -> userId == trainerId;
                    case CLIENT -> userId == clientId;
                    case STAFF, SYSTEM -> false;
                };
    }

    boolean frees() {
        return status == BookingStatus.CANCELLED;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Bookings are only ever saved when they are new; changes are found by Hibernate. */
    @Override
    public boolean isNew() {
        return true;
    }

    Span time() {
        return new Span(startsAt, endsAt);
    }

    long trainerId() {
        return trainerId;
    }

    long clientId() {
        return clientId;
    }

    Instant chargeAt() {
        return chargeAt;
    }

    @Nullable Side awaiting() {
        return awaiting;
    }

    @Nullable Long locationId() {
        return locationId;
    }

    @Nullable SeriesPlace series() {
        return seriesId == null || seriesIndex == null || seriesCount == null
                ? null
                : new SeriesPlace(seriesId, seriesIndex, seriesCount);
    }

    int version() {
        return version;
    }
}
