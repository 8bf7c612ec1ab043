/** Buttons under the messages that this module sends. */
@NullMarked
package ru.trenergram.notifications.bot;

import org.jspecify.annotations.NullMarked;
