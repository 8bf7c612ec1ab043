/** What tests of several modules share. */
@NullMarked
package ru.trenergram.support;

import org.jspecify.annotations.NullMarked;
