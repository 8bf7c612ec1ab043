@NullMarked
package ru.trenergram.trainers;

import org.jspecify.annotations.NullMarked;
