package ru.trenergram.clubs;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A club in the public catalogue. {@code trainersCount} counts those who are approved and not frozen. */
public record ClubInfo(
        long id,
        String name,
        String city,
        String address,
        ZoneId timezone,
        int trainersCount,
        @Nullable String photoUrl) {

    public ClubInfo withPhotoUrl(String url) {
        return new ClubInfo(id, name, city, address, timezone, trainersCount, url);
    }
}
