/** The views of a club's panel about its people. */
@NullMarked
package ru.trenergram.members.ui;

import org.jspecify.annotations.NullMarked;
