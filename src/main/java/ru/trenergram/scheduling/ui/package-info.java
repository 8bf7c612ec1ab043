/** The views of a club's panel that show bookings. */
@NullMarked
package ru.trenergram.scheduling.ui;

import org.jspecify.annotations.NullMarked;
