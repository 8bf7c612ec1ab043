package ru.trenergram.scheduling;

import java.time.ZoneId;
import java.util.List;

/** A trainer's free slots, day by day. @param zone the trainer's, whose days these are */
public record FreeSlots(ZoneId zone, List<DaySlots> days) {}
