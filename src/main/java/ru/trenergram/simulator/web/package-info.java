/** The simulator over HTTP: the Bot API, the chat page and the API of the page. */
@NullMarked
package ru.trenergram.simulator.web;

import org.jspecify.annotations.NullMarked;
