package ru.trenergram.scheduling;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    private long price;
    private int chargeHoursBefore;
    private Instant chargeAt;
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

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Booking() {}

    /** @param awaiting whose answer it needs; null when it is agreed at once */
    Booking(long trainerId, long clientId, BookingTerms terms, @Nullable Side awaiting, Actor by, Instant now) {
        this.id = UUID.randomUUID();
        this.trainerId = trainerId;
        this.clientId = clientId;
        this.startsAt = terms.time().startsAt();
        this.endsAt = terms.time().endsAt();
        this.status = awaiting == null ? BookingStatus.CONFIRMED : BookingStatus.PENDING;
        this.awaiting = awaiting;
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
    }

    /** Whether this very person has brought it where the action leads: then there is nothing left to do. */
    boolean isAlready(BookingAction action, Actor by) {
        return status == action.target() && statusBy == by.side() && Objects.equals(statusByUser, by.userId());
    }

    /** @throws DomainException {@code invalid_transition} */
    void apply(BookingAction action, Actor by, @Nullable String reason, Instant now) {
        if (!new BookingState(status, awaiting, startsAt, endsAt).allows(action, by.side(), now)) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
        status = action.target();
        awaiting = null;
        statusBy = by.side();
        statusByUser = by.userId();
        if (status == BookingStatus.CANCELLED) {
            cancelledBy = by.side();
            cancelReason = reason;
        }
        version++;
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

    @Nullable Long locationId() {
        return locationId;
    }

    int version() {
        return version;
    }
}
