package ru.trenergram.clubs;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A club that wants to be on the platform.
 *
 * @param decidedBy the user id of the super-admin, or null while it is open
 * @param reason of a refusal
 */
public record ClubApplication(
        long id,
        long applicantId,
        Details details,
        State state,
        @Nullable Long decidedBy,
        @Nullable String reason) {

    public enum State {
        OPEN,
        APPROVED,
        REFUSED
    }

    /** @param contact a phone number or whatever else the applicant wants to say */
    public record Details(
            String name,
            String city,
            String address,
            ZoneId timezone,
            @Nullable String contact) {}
}
