package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a booking.
 *
 * @param userId null for the system alone
 */
public record Actor(Side side, @Nullable Long userId) {

    public Actor {
        if ((side == Side.SYSTEM) != (userId == null)) {
            throw new IllegalArgumentException("A person has a user id, the system has none");
        }
    }

    public static Actor trainer(long userId) {
        return new Actor(Side.TRAINER, userId);
    }

    public static Actor client(long userId) {
        return new Actor(Side.CLIENT, userId);
    }

    public static Actor staff(long userId) {
        return new Actor(Side.STAFF, userId);
    }

    public static Actor system() {
        return new Actor(Side.SYSTEM, null);
    }
}
