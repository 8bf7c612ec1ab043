@NullMarked
package ru.trenergram.clubs.bot;

import org.jspecify.annotations.NullMarked;
