/** The REST controllers of schedule, slots and bookings. */
@NullMarked
package ru.trenergram.scheduling.web;

import org.jspecify.annotations.NullMarked;
