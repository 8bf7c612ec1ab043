@NullMarked
package ru.trenergram.qr.web;

import org.jspecify.annotations.NullMarked;
