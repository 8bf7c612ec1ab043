@NullMarked
package ru.trenergram.helpdesk.bot;

import org.jspecify.annotations.NullMarked;
