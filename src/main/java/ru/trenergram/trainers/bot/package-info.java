@NullMarked
package ru.trenergram.trainers.bot;

import org.jspecify.annotations.NullMarked;
