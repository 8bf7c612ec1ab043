/** Trainers: profile, settings and the roster of their clients; registration in the bot. */
@ApplicationModule(
        displayName = "Trainers",
        allowedDependencies = {"base", "security", "users", "clubs", "switches", "telegram :: spi"})
@NullMarked
package ru.trenergram.trainers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
