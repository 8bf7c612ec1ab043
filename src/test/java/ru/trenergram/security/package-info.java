@NullMarked
package ru.trenergram.security;

import org.jspecify.annotations.NullMarked;
