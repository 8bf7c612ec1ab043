/** The list of the calls that the bots have made. */
@NullMarked
package ru.trenergram.simulator.calls;

import org.jspecify.annotations.NullMarked;
