package ru.trenergram.scheduling;

import java.util.UUID;

/**
 * Where a booking stands in its weekly series; it keeps the place when it is moved or cancelled.
 *
 * @param id of the series
 * @param index from 1, in the order of the weeks
 * @param count of the bookings with which the series was made
 */
public record SeriesPlace(UUID id, int index, int count) {}
