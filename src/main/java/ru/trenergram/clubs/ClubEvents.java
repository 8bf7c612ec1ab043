package ru.trenergram.clubs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens at clubs. */
public sealed interface ClubEvents {

    /** A trainer chose the club and waits for approval. */
    record TrainerApplied(long clubId, long trainerId, Instant at) implements ClubEvents {}

    /** A trainer chose the club, whose tariff has no place left. */
    record TrainerTurnedAway(long clubId, long trainerId) implements ClubEvents {}

    /** An owner or manager took the trainer on. */
    record TrainerApproved(long clubId, long trainerId, Instant at) implements ClubEvents {}

    /**
     * An owner or manager did not take the trainer on.
     *
     * @param reason which the trainer reads
     */
    record TrainerRefused(
            long clubId,
            long trainerId,
            Instant at,
            @Nullable String reason) implements ClubEvents {}

    /** A trainer accepted the club's invitation. */
    record TrainerJoined(long clubId, long trainerId, Instant at) implements ClubEvents {}

    /** Somebody accepted an invitation and is on the staff now. */
    record StaffJoined(long clubId, long userId, long invitationId) implements ClubEvents {}

    /** Somebody has another role on the staff. */
    record StaffRoleChanged(long clubId, long userId, StaffRole role, Instant at) implements ClubEvents {}

    /** Somebody is not on the staff any more; {@code byId} is who took them off it, themselves perhaps. */
    record StaffLeft(long clubId, long userId, long byId, Instant at) implements ClubEvents {}

    /** Somebody declined an invitation to the staff. */
    record InvitationDeclined(long clubId, long userId, long invitationId) implements ClubEvents {}

    /** Somebody wants their club on the platform; the super-admins decide. */
    record ClubApplied(long applicationId) implements ClubEvents {}

    /** A club is there, with a tariff; heard in the transaction that makes it. */
    record ClubFounded(long clubId, String tariffCode) implements ClubEvents {}

    /** A super-admin froze a club. */
    record ClubFrozen(long clubId, Instant at) implements ClubEvents {}

    /** A super-admin took the freeze back. */
    record ClubUnfrozen(long clubId, Instant at) implements ClubEvents {}

    /** A super-admin decided on an application. */
    record ClubApplicationDecided(long applicationId, long applicantId) implements ClubEvents {}
}
