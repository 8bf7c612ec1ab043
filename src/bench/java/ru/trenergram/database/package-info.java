@NullMarked
package ru.trenergram.database;

import org.jspecify.annotations.NullMarked;
