/** Where the Bot API's server calls, when the bots have webhooks. */
@NullMarked
package ru.trenergram.telegram.web;

import org.jspecify.annotations.NullMarked;
