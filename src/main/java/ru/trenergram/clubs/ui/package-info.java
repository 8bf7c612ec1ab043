/** A club's staff and settings in the panel. */
@NullMarked
package ru.trenergram.clubs.ui;

import org.jspecify.annotations.NullMarked;
