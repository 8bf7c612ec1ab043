/** The first page of a club's panel, and its reports. */
@NullMarked
package ru.trenergram.analytics.ui;

import org.jspecify.annotations.NullMarked;
