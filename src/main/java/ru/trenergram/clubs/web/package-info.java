@NullMarked
package ru.trenergram.clubs.web;

import org.jspecify.annotations.NullMarked;
