@NullMarked
package ru.trenergram.calendars.web;

import org.jspecify.annotations.NullMarked;
