package ru.trenergram.trainers.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.trenergram.clubs.StaffRole;

/**
 * The caller: who they are, what they are, and with whom they train.
 *
 * @param trainers each with the price that holds for the caller: agreed with them, or else the trainer's own
 */
record MeResource(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String photoUrl,
        @Nullable String phone,
        Locale language,
        @Nullable String timezone,
        Set<Role> roles,
        @Nullable TrainerResource trainer,
        List<TrainerResource> trainers,
        List<Staff> staff) {

    enum Role {
        TRAINER,
        CLIENT,
        STAFF
    }

    record Staff(Club club, StaffRole role) {}

    record Club(long id, String name) {}
}
