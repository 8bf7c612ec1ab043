/** {@code ./dev bench}: what the service adds to the cost of its own SQL (docs/benchmarks.md). */
@NullMarked
package ru.trenergram.bench;

import org.jspecify.annotations.NullMarked;
