package ru.trenergram.scheduling;

import java.time.LocalDate;

/**
 * How full a trainer's day is.
 *
 * @param workingMinutes of working time, without what the trainer has blocked
 * @param occupiedMinutes of them that are taken by clients
 */
public record DayWorkload(LocalDate date, long workingMinutes, long occupiedMinutes) {}
