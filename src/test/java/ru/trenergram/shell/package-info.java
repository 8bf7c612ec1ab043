@NullMarked
package ru.trenergram.shell;

import org.jspecify.annotations.NullMarked;
