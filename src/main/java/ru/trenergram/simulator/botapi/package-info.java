/** The Bot API of the simulated Telegram, with Telegram's own validation and error texts. */
@NullMarked
package ru.trenergram.simulator.botapi;

import org.jspecify.annotations.NullMarked;
