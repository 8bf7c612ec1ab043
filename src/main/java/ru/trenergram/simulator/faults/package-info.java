/** Faults on demand: what Telegram and the way to it do now and then. */
@NullMarked
package ru.trenergram.simulator.faults;

import org.jspecify.annotations.NullMarked;
