package ru.trenergram.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client in a club's records.
 *
 * @param userId null when the club does not know them as a user of the bots
 * @param name as the club calls them
 * @param phone as the club has it, or as they gave it to the bot; null also when the reader's role does not see phones
 * @param consent to marketing; null when nobody has recorded any
 */
public record Member(
        long id,
        @Nullable Long userId,
        String name,
        @Nullable String phone,
        @Nullable LocalDate birthday,
        List<String> tags,
        @Nullable String note,
        @Nullable Consent consent,
        Source source,
        Instant createdAt,
        int version) {

    /** How they came into the records. */
    public enum Source {
        BOOKING,
        STAFF,
        IMPORT
    }

    /** @param by the name of who recorded it */
    public record Consent(boolean given, Instant at, String by) {}

    public MemberDetails details() {
        return new MemberDetails(name, phone, birthday, tags, note);
    }

    Member withoutPhone() {
        return new Member(id, userId, name, null, birthday, tags, note, consent, source, createdAt, version);
    }
}
