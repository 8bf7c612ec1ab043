package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.Map;

/**
 * A day of a trainer in figures.
 *
 * @param bookings that start on the day, by status; a status without any is absent
 * @param freeMinutes of working time that nothing occupies, as the day shows it
 * @param off whether the trainer does not work on this day
 */
public record DaySummary(LocalDate date, Map<BookingStatus, Integer> bookings, long freeMinutes, boolean off) {}
