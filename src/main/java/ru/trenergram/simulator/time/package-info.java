/** The demo clock: the application's time, moved ahead of the real one. */
@NullMarked
package ru.trenergram.simulator.time;

import org.jspecify.annotations.NullMarked;
