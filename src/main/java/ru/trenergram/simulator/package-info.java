/** A stand-in for Telegram: its Bot API over HTTP and a chat page, for development, demos and tests. */
@ApplicationModule(
        displayName = "Simulator",
        allowedDependencies = {"base", "security", "telegram :: spi"})
@NullMarked
package ru.trenergram.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
