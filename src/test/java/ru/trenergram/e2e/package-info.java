/** The product as people use it: the packaged jar, a real browser. Run by Failsafe, behind the package phase. */
@NullMarked
package ru.trenergram.e2e;

import org.jspecify.annotations.NullMarked;
