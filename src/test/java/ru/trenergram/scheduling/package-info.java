@NullMarked
package ru.trenergram.scheduling;

import org.jspecify.annotations.NullMarked;
