package ru.trenergram.scheduling;

import java.time.Instant;
import java.util.List;

/**
 * A club has taken a trainer off; the sessions ahead stay without its location.
 *
 * @param clientIds the user ids of those with whom they are
 * @param bookings how many there are
 */
public record TrainerLeftClub(long clubId, long trainerId, List<Long> clientIds, int bookings, Instant at) {}
