/** A club's QR codes in the panel. */
@NullMarked
package ru.trenergram.qr.ui;

import org.jspecify.annotations.NullMarked;
