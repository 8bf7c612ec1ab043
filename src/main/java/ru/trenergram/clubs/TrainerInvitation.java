package ru.trenergram.clubs;

import java.time.Instant;

/**
 * An invitation of trainers into a club.
 *
 * @param invitedBy the user id of who made it
 * @param places how many may join by it, of which {@code taken} have
 */
public record TrainerInvitation(
        long id, ClubInfo club, long invitedBy, int places, int taken, Instant expiresAt, State state) {

    /** REVOKED also when who made it may no longer invite, or the club is frozen. */
    public enum State {
        OPEN,
        USED_UP,
        REVOKED,
        EXPIRED
    }
}
