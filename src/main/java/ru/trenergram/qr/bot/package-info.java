@NullMarked
package ru.trenergram.qr.bot;

import org.jspecify.annotations.NullMarked;
