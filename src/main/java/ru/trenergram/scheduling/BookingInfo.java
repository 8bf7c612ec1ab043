package ru.trenergram.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * A booking as other modules see it.
 *
 * @param trainerId user id, like {@code clientId}
 * @param zone the trainer's, in which its times are shown
 * @param awaiting TRAINER or CLIENT while PENDING, else null
 * @param price copied at the time of booking
 * @param chargeAt the start less the trainer's hours at the time of booking or moving
 * @param charged whether the client has been charged for it
 * @param series null when it stands alone
 * @param cancelReason a person's words, or a code of the system ({@code not_accepted}, {@code unanswered},
 *     {@code no_answer})
 */
public record BookingInfo(
        UUID id,
        long trainerId,
        long clientId,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        BookingStatus status,
        @Nullable Side awaiting,
        Money price,
        Instant chargeAt,
        boolean charged,
        @Nullable Long locationId,
        @Nullable String note,
        boolean outsideWorkingHours,
        Side createdBy,
        @Nullable Side cancelledBy,
        @Nullable String cancelReason,
        @Nullable SeriesPlace series,
        int version) {

    /** On which side somebody is; empty for everybody but its trainer and its client. */
    public Optional<Actor> participant(long userId) {
        if (userId == trainerId) {
            return Optional.of(Actor.trainer(userId));
        }
        return userId == clientId ? Optional.of(Actor.client(userId)) : Optional.empty();
    }

    /** What this side may do at this moment; whether clients may move at all is the trainer's setting to say. */
    public Set<BookingAction> allowedActions(Side side, Instant now) {
        var state = new BookingState(status, awaiting, startsAt, endsAt);
        Set<BookingAction> allowed = EnumSet.noneOf(BookingAction.class);
        for (BookingAction action : BookingAction.values()) {
            boolean tooLate = action == BookingAction.MOVE && side == Side.CLIENT && !now.isBefore(chargeAt);
            if (state.allows(action, side, now) && !tooLate) {
                allowed.add(action);
            }
        }
        return allowed;
    }
}
