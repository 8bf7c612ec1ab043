@NullMarked
package ru.trenergram;

import org.jspecify.annotations.NullMarked;
