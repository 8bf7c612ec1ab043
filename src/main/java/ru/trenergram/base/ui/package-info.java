/** Small parts of the panels: badges, empty states, icons, how amounts and times are written. */
@NullMarked
package ru.trenergram.base.ui;

import org.jspecify.annotations.NullMarked;
