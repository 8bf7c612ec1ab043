@NullMarked
package ru.trenergram.api;

import org.jspecify.annotations.NullMarked;
