package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which slots are wanted.
 *
 * @param to the last date, at most 31 days with the first
 * @param minutes null for the length of the booking that is to be moved, or else the trainer's session length
 * @param except a booking that is to be moved: its own time counts as free
 */
public record SlotSearch(
        LocalDate from,
        LocalDate to,
        @Nullable Integer minutes,
        @Nullable UUID except) {}
