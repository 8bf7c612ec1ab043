/** A month of the whole service, held against its rules told once more. */
@NullMarked
package ru.trenergram.month;

import org.jspecify.annotations.NullMarked;
