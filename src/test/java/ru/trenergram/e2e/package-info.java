/** The product as people use it: the packaged jar, a real browser. Run by {@code ./dev test}, behind the package phase. */
@NullMarked
package ru.trenergram.e2e;

import org.jspecify.annotations.NullMarked;
