@NullMarked
package ru.trenergram.simulator.botapi;

import org.jspecify.annotations.NullMarked;
