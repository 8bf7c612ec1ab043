/** Delivers updates to the bots' webhooks. */
@NullMarked
package ru.trenergram.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
