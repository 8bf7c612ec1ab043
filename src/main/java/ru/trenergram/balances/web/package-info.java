/** The REST controllers of money, and of what is shown together with a balance. */
@NullMarked
package ru.trenergram.balances.web;

import org.jspecify.annotations.NullMarked;
