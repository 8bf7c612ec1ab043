/** Trenergram: bookings, clubs and classes for trainers and their clients, inside Telegram. */
@NullMarked
package ru.trenergram;

import org.jspecify.annotations.NullMarked;
