/** The transport to Telegram: polling, dispatch per chat, dialogs, the outbox. It knows no business. */
@ApplicationModule(
        displayName = "Telegram",
        allowedDependencies = {"base"})
@NullMarked
package ru.trenergram.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
