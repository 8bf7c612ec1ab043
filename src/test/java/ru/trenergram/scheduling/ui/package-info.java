@NullMarked
package ru.trenergram.scheduling.ui;

import org.jspecify.annotations.NullMarked;
