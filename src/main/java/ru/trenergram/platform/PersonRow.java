package ru.trenergram.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.users.Person;

/**
 * Somebody in the list of the platform's people.
 *
 * @param person with the Telegram id 0 when they were erased
 * @param seenAt when they last wrote to a bot or opened a Mini App; null when that was not counted yet
 * @param unreachable whether the main bot may not write to them
 */
public record PersonRow(
        long id,
        Person person,
        @Nullable String phone,
        boolean trainer,
        boolean client,
        boolean staff,
        boolean blocked,
        boolean unreachable,
        Instant createdAt,
        @Nullable Instant seenAt) {

    public boolean erased() {
        return person.telegramId() == 0;
    }
}
