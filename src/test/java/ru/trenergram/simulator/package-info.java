@NullMarked
package ru.trenergram.simulator;

import org.jspecify.annotations.NullMarked;
