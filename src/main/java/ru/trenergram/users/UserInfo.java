package ru.trenergram.users;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user as other modules see them.
 *
 * @param id the service's own id, never shown outside; people are addressed by their Telegram id
 * @param timezone what their Mini App last reported, or null
 */
public record UserInfo(
        long id,
        Person person,
        @Nullable String phone,
        Locale language,
        @Nullable ZoneId timezone) {

    public long telegramId() {
        return person.telegramId();
    }
}
