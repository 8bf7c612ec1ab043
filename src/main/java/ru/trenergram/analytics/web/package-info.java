/** The REST controllers of figures and exports. */
@NullMarked
package ru.trenergram.analytics.web;

import org.jspecify.annotations.NullMarked;
