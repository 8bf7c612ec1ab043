package ru.trenergram.clubs;

import java.time.Instant;

/**
 * An invitation to the staff of a club.
 *
 * @param invitedBy the user id of who made it
 */
public record StaffInvitation(long id, ClubInfo club, StaffRole role, long invitedBy, Instant expiresAt, State state) {

    /** REVOKED also when who made it could no longer make it. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        REVOKED,
        EXPIRED
    }
}
