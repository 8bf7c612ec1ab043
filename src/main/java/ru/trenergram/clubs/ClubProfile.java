package ru.trenergram.clubs;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Facts;

/**
 * A club as its staff edit it.
 *
 * @param listed whether it stands in the public catalogue
 * @param photoUrl an address of this service, or null
 * @param version of these fields together
 */
public record ClubProfile(
        long id,
        String name,
        String city,
        String address,
        ZoneId timezone,
        boolean listed,
        @Nullable String photoUrl,
        int version) {

    Facts facts() {
        return Facts.none()
                .with("name", name)
                .with("city", city)
                .with("address", address)
                .with("timezone", timezone.getId())
                .with("public", listed)
                .with("photo_url", photoUrl);
    }
}
