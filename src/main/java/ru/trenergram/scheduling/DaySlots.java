package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.List;

/** The free slots of one day of a trainer. */
public record DaySlots(LocalDate date, List<Span> slots) {}
