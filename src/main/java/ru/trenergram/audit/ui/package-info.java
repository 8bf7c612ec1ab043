/** The audit of a club in its panel. */
@NullMarked
package ru.trenergram.audit.ui;

import org.jspecify.annotations.NullMarked;
