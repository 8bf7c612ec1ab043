@NullMarked
package ru.trenergram.scheduling.bot;

import org.jspecify.annotations.NullMarked;
