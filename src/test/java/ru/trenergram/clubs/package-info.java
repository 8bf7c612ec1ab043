@NullMarked
package ru.trenergram.clubs;

import org.jspecify.annotations.NullMarked;
