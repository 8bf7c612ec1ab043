/** Tables as files for spreadsheets, written row by row. */
@NullMarked
package ru.trenergram.base.export;

import org.jspecify.annotations.NullMarked;
