/** What the simulated Telegram remembers: chats, messages, updates, files; and what a person can do in a chat. */
@NullMarked
package ru.trenergram.simulator.chats;

import org.jspecify.annotations.NullMarked;
